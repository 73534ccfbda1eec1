package dev.svgym.configremediation.preservation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a secret consists of, and how else it may be written. */
final class SecretForms {

    private static final int SHORTEST = 4;
    private static final int SHORTEST_ENCODED = 8;
    private static final int MOST_PIECES = 20;

    /** What somebody may well call a secret or its key, were it the secret itself: it tells nothing. */
    private static final Set<String> COMMON =
            Set.of(
                    "name",
                    "value",
                    "secret",
                    "secrets",
                    "secretkey",
                    "password",
                    "passwd",
                    "pass",
                    "credential",
                    "credentials",
                    "token",
                    "admin",
                    "root",
                    "user",
                    "database",
                    "postgres",
                    "mysql",
                    "mariadb",
                    "redis",
                    "mongo",
                    "rabbitmq",
                    "default",
                    "guest",
                    "login",
                    "auth",
                    "access",
                    "private",
                    "test",
                    "example");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+/_-]{16,}+");

    private SecretForms() {}

    /** The whole of it, where that is not too short to tell, and what in it looks like a key. */
    static List<String> pieces(String value) {
        List<String> pieces = new ArrayList<>();
        if (value.strip().length() >= SHORTEST
                && !COMMON.contains(value.strip().toLowerCase(Locale.ROOT))) {
            pieces.add(value.strip());
        }
        WORD.matcher(value)
                .results()
                .map(MatchResult::group)
                .filter(SecretForms::looksLikeAKey)
                .limit(MOST_PIECES)
                .forEach(pieces::add);
        return pieces;
    }

    private static boolean looksLikeAKey(String word) {
        return word.chars().anyMatch(Character::isDigit)
                && word.chars().anyMatch(Character::isLetter);
    }

    /** As it is, backwards, in hexadecimal, and in base64 of either alphabet, without what depends on what follows. */
    static List<String> of(String piece) {
        List<String> forms =
                new ArrayList<>(List.of(piece, new StringBuilder(piece).reverse().toString()));
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        forms.add(HexFormat.of().formatHex(bytes));
        String base64 =
                Base64.getEncoder().encodeToString(bytes).substring(0, bytes.length / 3 * 4);
        if (base64.length() >= SHORTEST_ENCODED) {
            forms.add(base64);
            forms.add(base64.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }
}
