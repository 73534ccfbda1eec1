package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.dockerfile.Script.Command;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * RUN instructions that do nothing but make accounts without rights, and give them the directory in which they work: what
 * an honest repair may add before it names the account as USER.
 */
final class Accounts {

    private static final Set<String> OPERATORS = Set.of("&&", ";", "\n", "");
    private static final Set<String> MAKERS = Set.of("useradd", "adduser", "groupadd", "addgroup");
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
                    "--group");
    private static final Set<String> NUMBERS = Set.of("-u", "--uid");
    private static final Set<String> GROUPS = Set.of("-g", "-G", "--gid", "--ingroup");
    private static final Set<String> HOMES = Set.of("-h", "-d", "--home", "--home-dir");
    private static final Set<String> TEXTS = Set.of("-s", "--shell", "-c", "--comment", "--gecos");

    /** Folders that may belong to an account: none of the system's. */
    private static final Pattern OWN =
            Pattern.compile(
                    "/(?:(?:home|opt|srv|app|data|code|workspace|src|var/lib|var/www|usr/src)(?:/[A-Za-z0-9_.-]+)*|nonexistent|dev/null)/?");

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final Set<String> POWERFUL =
            Set.of(
                    "root", "wheel", "sudo", "adm", "admin", "docker", "lxd", "shadow", "disk",
                    "kmem");

    private Accounts() {}

    /** What it does, as one text; absent where it does anything else. */
    static Optional<String> madeBy(
            Instruction run,
            Optional<JsonNode> user,
            Optional<List<String>> shell,
            String directory) {
        boolean asRoot = user.isEmpty() || isRoot(user.get().asString(""));
        if (!asRoot || !run.flags().isEmpty() || run.json() || !RunTree.isPosix(shell)) {
            return Optional.empty();
        }
        String text = RunTree.script(run).map(Heredoc::text).orElse(run.text());
        if (RunTree.script(run).isEmpty() && !run.heredocs().isEmpty()) {
            return Optional.empty();
        }
        Optional<Script> script = ScriptReader.read(text);
        boolean sound =
                script.isPresent()
                        && script.get().commands().stream()
                                .allMatch(command -> isSound(command, directory))
                        && script.get().commands().stream()
                                .anyMatch(command -> MAKERS.contains(command.words().getFirst()));
        return sound ? script.map(Accounts::shown) : Optional.empty();
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

    private static boolean isSound(Command command, String directory) {
        List<String> words = command.words();
        if (words.isEmpty()
                || !command.scripts().isEmpty()
                || !OPERATORS.contains(command.then())) {
            return false;
        }
        return MAKERS.contains(words.getFirst())
                ? makes(words.subList(1, words.size()))
                : words.getFirst().equals("chown")
                        ? gives(words.subList(1, words.size()), directory)
                        : words.getFirst().equals("set")
                                && words.stream().skip(1).allMatch(word -> word.matches("-[eux]+"));
    }

    private static boolean makes(List<String> words) {
        int names = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String option = equals < 0 ? word : word.substring(0, equals);
            if (SWITCHES.contains(word)) {
                continue;
            }
            if (!word.startsWith("-")) {
                names++;
                if (!isName(word)) {
                    return false;
                }
                continue;
            }
            boolean known =
                    NUMBERS.contains(option)
                            || GROUPS.contains(option)
                            || HOMES.contains(option)
                            || TEXTS.contains(option);
            if (!known || (equals < 0 && i + 1 == words.size())) {
                return false;
            }
            String value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
            if (!isAllowed(option, value)) {
                return false;
            }
        }
        // A group may stand behind the account.
        return names == 1 || names == 2;
    }

    private static boolean isAllowed(String option, String value) {
        if (NUMBERS.contains(option)) {
            return ID.matcher(value).matches();
        }
        if (GROUPS.contains(option)) {
            return ID.matcher(value).matches() || isName(value);
        }
        if (HOMES.contains(option)) {
            return isOwn(value);
        }
        return value.chars().noneMatch(c -> c == '$' || c == '`' || c == '\\' || c == ':');
    }

    private static boolean isOwn(String folder) {
        return OWN.matcher(folder).matches() && !folder.contains("..");
    }

    private static boolean isName(String word) {
        return NAME.matcher(word).matches() && !POWERFUL.contains(word);
    }

    /** Ownership of the working directory, or of what lies in it. */
    private static boolean gives(List<String> words, String directory) {
        List<String> rest =
                words.stream()
                        .filter(word -> !word.equals("-R") && !word.equals("--recursive"))
                        .toList();
        if (rest.size() < 2 || !isOwn(directory)) {
            return false;
        }
        String[] owner = rest.getFirst().split(":", -1);
        boolean sound = owner.length <= 2;
        for (String part : owner) {
            sound &= isName(part) || ID.matcher(part).matches();
        }
        return sound
                && rest.stream()
                        .skip(1)
                        .allMatch(path ->
                                path.equals(".")
                                        || (isOwn(path)
                                                && (path.equals(directory)
                                                        || path.startsWith(directory + "/"))));
    }
}
