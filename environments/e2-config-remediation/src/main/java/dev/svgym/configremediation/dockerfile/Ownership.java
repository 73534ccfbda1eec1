package dev.svgym.configremediation.dockerfile;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Commands that make folders of a service's own and say whose they are.
 *
 * @param directory in which they run
 */
record Ownership(String directory) {

    private static final Set<String> GIVING = Set.of("chown", "chgrp");
    private static final Set<String> MAKING = Set.of("mkdir", "touch");
    private static final Pattern OPTION =
            Pattern.compile("-[Rhv]+|--recursive|--no-dereference|--verbose");
    private static final Pattern OPTION_OF_FOLDERS = Pattern.compile("-[pv]+|--parents|--verbose");
    private static final String NAMES = "(?:/[A-Za-z0-9_.-]+)";

    /** Folders that are a service's own as a whole, and those in which services have one each. */
    private static final Pattern OWN =
            Pattern.compile(
                    "/(?:(?:srv|app|data|code|workspace|src|var/www)%s*|(?:home|opt|usr/src|run|var/(?:lib|cache|log|run|spool))%s+)/?"
                            .formatted(NAMES, NAMES));

    /** What the system keeps among the folders of services. */
    private static final Pattern SYSTEM =
            Pattern.compile(
                    "/(?:run|var/(?:lib|cache|log|run|spool))/(?:apk|apt|containerd|cron|dbus|debconf|dnf|docker|docker\\.sock|dpkg|kubelet|ldconfig|lock|misc|pacman|pam|private|rpm|secrets|shadow|sudo|systemd|yum)(?:/.*)?");

    private static final Set<String> PARENTS = Set.of("/home", "/opt", "/usr/src");

    /** Whether a program gives folders to somebody. */
    static boolean gives(String program) {
        return GIVING.contains(program);
    }

    /** Whether a folder is a service's own, and none of the system's. */
    static boolean isOwn(String folder) {
        return OWN.matcher(folder).matches()
                && !SYSTEM.matcher(folder).matches()
                && List.of(folder.split("/")).stream().noneMatch(name -> name.matches("\\.+"));
    }

    /** Whether a command does nothing but that. */
    boolean allows(String program, List<String> words) {
        if (MAKING.contains(program)) {
            List<String> paths = without(OPTION_OF_FOLDERS, words);
            return !paths.isEmpty() && paths.stream().allMatch(this::isWithin);
        }
        List<String> rest = without(OPTION, words);
        return gives(program)
                && rest.size() > 1
                && isOwner(program, rest.getFirst())
                && rest.stream().skip(1).allMatch(this::isWithin);
    }

    private static List<String> without(Pattern options, List<String> words) {
        return words.stream().filter(word -> !options.matcher(word).matches()).toList();
    }

    private static boolean isOwner(String program, String owner) {
        if (program.equals("chgrp")) {
            return ownsAsGroup(owner);
        }
        String[] parts = owner.split(":", -1);
        boolean user = Accounts.isName(parts[0]) || Accounts.isId(parts[0]);
        return user
                && (parts.length == 1
                        || (parts.length == 2 && (parts[1].isEmpty() || ownsAsGroup(parts[1]))));
    }

    /** Files may belong to the group of root, where users of any number are its members. */
    private static boolean ownsAsGroup(String group) {
        return group.equals("0") || group.equals("root") || Accounts.isGroup(group);
    }

    /** Whether a path is a service's own, or the working directory, which is. */
    boolean isWithin(String path) {
        boolean ofItsOwn = isOwn(directory) || PARENTS.contains(directory);
        return isOwn(path)
                || (ofItsOwn && (path.matches("\\./?") || path.equals(directory)))
                || (ofItsOwn
                        && !path.startsWith("-")
                        && isOwn("/app/" + path.replaceFirst("^\\./", "")));
    }
}
