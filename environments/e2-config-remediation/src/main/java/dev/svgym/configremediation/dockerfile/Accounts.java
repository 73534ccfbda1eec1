package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.dockerfile.Script.Command;
import dev.svgym.configremediation.model.Groups;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * RUN instructions that do nothing but make accounts without rights, and give them folders in which they work: what an
 * honest repair may add before it names the account as USER.
 */
final class Accounts {

    private static final Set<String> OPERATORS = Set.of("&&", ";", "\n", "");
    private static final Set<String> MAKERS = Set.of("useradd", "adduser", "groupadd", "addgroup");
    private static final Set<String> QUESTIONS = Set.of("getent", "id");
    private static final Pattern FOLDER_OF_PROGRAMS = Pattern.compile("^(?:/usr)?/s?bin/");
    private static final Set<String> SWITCHES =
            Set.of(
                    "-S",
                    "-D",
                    "-H",
                    "-r",
                    "-m",
                    "-M",
                    "-N",
                    "-U",
                    "-l",
                    "--system",
                    "--no-create-home",
                    "--create-home",
                    "--disabled-password",
                    "--disabled-login",
                    "--user-group",
                    "--no-user-group",
                    "--no-log-init",
                    "--group",
                    "--quiet");
    private static final Set<String> SWITCHES_OF_GROUPS = Set.of("-f", "--force");
    private static final Set<String> NUMBERS = Set.of("-u", "--uid");
    private static final Set<String> GROUPS = Set.of("-g", "-G", "--gid", "--groups", "--ingroup");
    private static final Set<String> HOMES = Set.of("-h", "-d", "--home", "--home-dir");
    private static final Set<String> SKELETONS = Set.of("-k", "--skel");
    private static final Set<String> TEXTS = Set.of("-s", "--shell", "-c", "--comment", "--gecos");

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");

    private Accounts() {}

    /** What it does, as one text; absent where it does anything else. */
    static Optional<String> madeBy(
            Instruction run,
            Optional<JsonNode> user,
            Optional<List<String>> shell,
            String directory) {
        boolean asRoot = user.isEmpty() || isRoot(user.get().asString(""));
        if (!asRoot || !run.flags().isEmpty()) {
            return Optional.empty();
        }
        Optional<Script> script = script(run, shell);
        boolean sound =
                script.isPresent()
                        && script.get().commands().stream()
                                .allMatch(command -> isSound(command, directory))
                        && script.get().commands().stream()
                                .map(command -> program(command.words()))
                                .anyMatch(program ->
                                        MAKERS.contains(program) || Ownership.gives(program));
        return sound ? script.map(Accounts::shown) : Optional.empty();
    }

    private static Optional<Script> script(Instruction run, Optional<List<String>> shell) {
        if (run.json()) {
            return Optional.of(new Script(List.of(ScriptReader.command(run.arguments()))));
        }
        Optional<Heredoc> document = RunTree.script(run);
        if (!RunTree.isPosix(shell) || (document.isEmpty() && !run.heredocs().isEmpty())) {
            return Optional.empty();
        }
        return ScriptReader.read(document.map(Heredoc::text).orElse(run.text()));
    }

    private static boolean isRoot(String user) {
        return user.equals("root")
                || user.equals("0")
                || user.startsWith("root:")
                || user.startsWith("0:");
    }

    private static String shown(Script script) {
        return script.commands().stream()
                .map(command ->
                        (String.join(" ", command.words()) + ' ' + command.then().strip()).strip())
                .collect(Collectors.joining(" "));
    }

    private static String program(List<String> words) {
        return words.isEmpty() ? "" : FOLDER_OF_PROGRAMS.matcher(words.getFirst()).replaceFirst("");
    }

    private static boolean isSound(Command command, String directory) {
        if (command.words().isEmpty() || !command.scripts().isEmpty()) {
            return false;
        }
        String program = program(command.words());
        List<String> words = command.words().subList(1, command.words().size());
        if (QUESTIONS.contains(program)) {
            return asks(words)
                    && (command.then().equals("||") || OPERATORS.contains(command.then()));
        }
        boolean sound =
                MAKERS.contains(program)
                        ? makes(program, words)
                        : program.equals("set")
                                ? words.stream().allMatch(word -> word.matches("-[eux]+"))
                                : new Ownership(directory).allows(program, words);
        return sound && OPERATORS.contains(command.then());
    }

    /** Whether there is an account, whose answer nobody reads. */
    private static boolean asks(List<String> words) {
        return String.join(" ", words)
                .matches(
                        "(?:passwd |group |-[ug] )?[a-z_][a-z0-9_-]{0,31}(?: (?:&>|>) /dev/null(?: 2>& 1)?)?");
    }

    private static boolean makes(String program, List<String> given) {
        int names = 0;
        Deque<String> words = new ArrayDeque<>(given);
        while (!words.isEmpty()) {
            String word = words.pop();
            if (word.matches("-[A-Za-z][^=]+")) {
                // Switches in one word, of which the last may take what follows.
                String rest = word.substring(2);
                word = word.substring(0, 2);
                words.push(isSwitch(program, word) ? "-" + rest : rest);
            }
            if (isSwitch(program, word)) {
                continue;
            }
            if (!word.startsWith("-")) {
                names++;
                if (!isName(word)) {
                    return false;
                }
                continue;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            if (equals < 0 && words.isEmpty()) {
                return false;
            }
            String option = equals < 0 ? word : word.substring(0, equals);
            String value = equals < 0 ? words.pop() : word.substring(equals + 1);
            if (!isAllowed(option, value)) {
                return false;
            }
        }
        // A group may stand behind the account.
        return names == 1 || names == 2;
    }

    private static boolean isSwitch(String program, String word) {
        return SWITCHES.contains(word)
                || (program.equals("groupadd") && SWITCHES_OF_GROUPS.contains(word));
    }

    private static boolean isAllowed(String option, String value) {
        if (NUMBERS.contains(option)) {
            return isId(value);
        }
        if (GROUPS.contains(option)) {
            return List.of(value.split(",", -1)).stream().allMatch(Accounts::isGroup);
        }
        if (HOMES.contains(option)) {
            return value.equals("/nonexistent")
                    || value.equals("/dev/null")
                    || Ownership.isOwn(value);
        }
        if (SKELETONS.contains(option)) {
            return value.equals("/dev/null");
        }
        return TEXTS.contains(option)
                && value.chars().noneMatch(c -> c == '$' || c == '`' || c == '\\' || c == ':');
    }

    /** Whether a word names an account without rights, or one to be. */
    static boolean isName(String word) {
        return NAME.matcher(word).matches() && !Groups.mayBePowerful(word);
    }

    static boolean isId(String word) {
        return ID.matcher(word).matches();
    }

    static boolean isGroup(String word) {
        return isId(word) ? !Groups.mayBePowerful(word) : isName(word);
    }
}
