package dev.svgym.configremediation.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known of programs that a shell calls. */
final class Programs {

    private static final Pattern ASSIGNMENT =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);
    private static final String SUDO = "sudo";
    private static final Set<String> BEFORE_A_PROGRAM =
            Set.of(
                    SUDO, "env", "exec", "time", "nice", "nohup", "command", "if", "then", "else",
                    "elif", "do", "while", "until", "!", "{");
    private static final Set<String> RESERVED =
            Set.of(
                    "fi",
                    "done",
                    "for",
                    "in",
                    "case",
                    "esac",
                    "}",
                    "function",
                    "select",
                    "[[",
                    "]]");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "ksh");

    /** Short options of curl that take what follows them. */
    private static final String CURL_WITH_ARGUMENT = "AbcCdDeEFhHKmoPQrtTuUwxXyYz";

    private Programs() {}

    /** The program that words call, without its folder; empty where they call none. */
    static String of(List<String> words) {
        for (String word : words) {
            if (!ASSIGNMENT.matcher(word).matches()
                    && !BEFORE_A_PROGRAM.contains(word)
                    && !word.startsWith("-")) {
                return word.substring(word.lastIndexOf('/') + 1);
            }
        }
        return "";
    }

    /** Whether a word means something else to a shell where it stands without quotes. */
    static boolean isReserved(String word) {
        return BEFORE_A_PROGRAM.contains(word) || RESERVED.contains(word);
    }

    /** The word by which a command calls its program, which may be sudo; empty where it calls none. */
    static String first(List<String> words) {
        return words.stream()
                .filter(word ->
                        !ASSIGNMENT.matcher(word).matches()
                                && (word.equals(SUDO) || !BEFORE_A_PROGRAM.contains(word)))
                .findFirst()
                .orElse("");
    }

    static boolean isShell(String program) {
        return SHELLS.contains(program);
    }

    /** A word with its clustered options apart, where the program's are known: {@code -fsS} is {@code -f -s -S}. */
    static List<String> options(String program, String word) {
        if (!program.equals("curl") || !word.matches("-[A-Za-z0-9#:]{2,}")) {
            return List.of(word);
        }
        List<String> options = new ArrayList<>();
        for (int i = 1; i < word.length(); i++) {
            boolean takesRest = CURL_WITH_ARGUMENT.indexOf(word.charAt(i)) >= 0;
            options.add("-" + (takesRest ? word.substring(i) : word.substring(i, i + 1)));
            if (takesRest) {
                break;
            }
        }
        return options;
    }
}
