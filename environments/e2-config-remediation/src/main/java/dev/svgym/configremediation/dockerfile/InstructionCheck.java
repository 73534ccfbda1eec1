package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.model.Excerpt;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What an instruction must have, whatever its place: flags that it knows, and as many arguments as it takes. */
final class InstructionCheck {

    private static final Set<String> SWITCHES = Set.of("link", "keep-git-dir", "unpack", "parents");
    private static final Set<String> REPEATED = Set.of("mount", "device", "exclude");
    private static final Map<String, Set<String>> FLAGS =
            Map.of(
                    "FROM", Set.of("platform"),
                    "ADD",
                            Set.of(
                                    "chown",
                                    "chmod",
                                    "link",
                                    "keep-git-dir",
                                    "checksum",
                                    "unpack",
                                    "exclude"),
                    "COPY", Set.of("chown", "chmod", "from", "link", "parents", "exclude"),
                    "RUN", Set.of("mount", "network", "security", "device"),
                    "HEALTHCHECK",
                            Set.of(
                                    "interval",
                                    "timeout",
                                    "start-period",
                                    "start-interval",
                                    "retries"));
    private static final Pattern STAGE_NAME = Pattern.compile("[a-z][a-z0-9-_.]*");
    private static final Pattern DURATION =
            Pattern.compile("(?:\\d{1,9}(?:\\.\\d{1,9})?(?:h|m|s|ms))+|0");
    private static final Set<String> NOT_IN_ONBUILD = Set.of("ONBUILD", "FROM", "MAINTAINER");

    private InstructionCheck() {}

    /** Whether a text names a stage: letters of either case count as small ones. */
    static boolean isStageName(String name) {
        return STAGE_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    static void check(Instruction instruction) throws UnreadableDockerfileException {
        Optional<String> fault = flagFault(instruction).or(() -> fault(instruction));
        if (fault.isPresent()) {
            throw new UnreadableDockerfileException(
                    instruction.line(), instruction.name() + ": " + fault.get());
        }
        if (instruction.inner().isPresent()) {
            check(instruction.inner().get().with(instruction.heredocs()));
        }
    }

    private static Optional<String> flagFault(Instruction instruction) {
        Set<String> known = FLAGS.getOrDefault(instruction.name(), Set.of());
        Set<String> seen = new TreeSet<>();
        for (String flag : instruction.flags()) {
            int equals = flag.indexOf('=');
            String name = flag.substring(2, equals < 0 ? flag.length() : equals);
            Optional<String> value =
                    equals < 0 ? Optional.empty() : Optional.of(flag.substring(equals + 1));
            if (!known.contains(name)) {
                return Optional.of("unknown flag " + Excerpt.of(flag));
            }
            if (!seen.add(name) && !REPEATED.contains(name)) {
                return Optional.of("expected the flag --%s once".formatted(name));
            }
            boolean sound =
                    SWITCHES.contains(name)
                            ? value.isEmpty()
                                    || value.get().equalsIgnoreCase("true")
                                    || value.get().equalsIgnoreCase("false")
                            : value.isPresent();
            if (!sound) {
                return Optional.of("expected a value of the flag --%s".formatted(name));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(Instruction instruction) {
        List<String> arguments = instruction.arguments();
        return switch (instruction.name()) {
            case "FROM" -> from(arguments);
            case "ADD", "COPY" -> copy(arguments);
            case "RUN" -> run(instruction);
            case "ENV", "LABEL" -> pairs(arguments);
            case "ARG" -> argument(arguments);
            case "USER", "WORKDIR", "STOPSIGNAL", "MAINTAINER" ->
                    unless(arguments.size() == 1, "expected one argument");
            case "EXPOSE" -> unless(!arguments.isEmpty(), "expected a port");
            case "VOLUME" ->
                    unless(
                            !arguments.isEmpty() && arguments.stream().noneMatch(String::isBlank),
                            "expected paths");
            case "SHELL" ->
                    unless(
                            instruction.json() && !arguments.isEmpty(),
                            "expected a JSON array of the shell and its arguments");
            case "HEALTHCHECK" -> healthcheck(instruction);
            case "ONBUILD" ->
                    unless(
                            instruction.inner().isPresent()
                                    && !NOT_IN_ONBUILD.contains(instruction.inner().get().name()),
                            "expected an instruction other than ONBUILD, FROM and MAINTAINER");
            default -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean sound, String fault) {
        return sound ? Optional.empty() : Optional.of(fault);
    }

    private static Optional<String> from(List<String> arguments) {
        boolean named = arguments.size() == 3 && arguments.get(1).equalsIgnoreCase("as");
        if (arguments.size() != 1 && !named) {
            return Optional.of("expected an image, or an image AS a name");
        }
        return unless(
                !named || isStageName(arguments.get(2)),
                "expected a name of letters, digits, hyphens, underscores and dots that starts with a letter");
    }

    private static Optional<String> copy(List<String> arguments) {
        if (arguments.size() < 2) {
            return Optional.of("expected sources and a destination");
        }
        try {
            return unless(
                    Heredoc.announcedBy(arguments.getLast()).isEmpty(),
                    "expected a path as destination, got a heredoc");
        } catch (UnreadableWordException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> run(Instruction run) {
        if (run.flag("network")
                .filter(mode -> !Set.of("default", "none", "host").contains(mode))
                .isPresent()) {
            return Optional.of("expected --network to be default, none or host");
        }
        if (run.flag("security")
                .filter(mode -> !Set.of("insecure", "sandbox").contains(mode))
                .isPresent()) {
            return Optional.of("expected --security to be insecure or sandbox");
        }
        return run.flags("mount").stream()
                .flatMap(mount -> Mount.fault(mount).stream())
                .findFirst();
    }

    private static Optional<String> pairs(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.of("expected name=value");
        }
        for (int i = 0; i < arguments.size(); i += 3) {
            if (arguments.get(i).isEmpty()) {
                return Optional.of("expected a name before =");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> argument(List<String> arguments) {
        return unless(
                !arguments.isEmpty() && arguments.stream().noneMatch(each -> each.startsWith("=")),
                "expected a name, with a default behind = if there is one");
    }

    private static Optional<String> healthcheck(Instruction check) {
        List<String> arguments = check.arguments();
        String type = check.text().toUpperCase(Locale.ROOT);
        if (type.equals("NONE")) {
            return unless(
                    arguments.size() == 1 && check.flags().isEmpty(),
                    "expected nothing behind NONE");
        }
        if (!type.equals("CMD") || arguments.size() < 2) {
            return Optional.of("expected NONE, or CMD and a command");
        }
        for (String flag : List.of("interval", "timeout", "start-period", "start-interval")) {
            if (check.flag(flag).filter(time -> !DURATION.matcher(time).matches()).isPresent()) {
                return Optional.of("expected a time such as 30s as --" + flag);
            }
        }
        return unless(
                check.flag("retries").filter(number -> !number.matches("\\d{1,9}")).isEmpty(),
                "expected a number as --retries");
    }
}
