package dev.svgym.configremediation.preservation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What chmod is told to do, in numbers or letters. Rights are bits as in a number: {@code 0400} is the owner's to read.
 *
 * @param given rights that files have afterwards
 * @param taken rights that they have not
 * @param special whether the owner's or the group's name comes with a program, or only owners may delete
 */
record FileMode(int given, int taken, boolean special) {

    private static final int OWNER = 0700;
    private static final int GROUP = 0070;
    private static final int OTHERS = 0007;
    private static final int ALL = OWNER | GROUP | OTHERS;
    private static final int READ = 0444;
    private static final int WRITE = 0222;
    private static final int EXECUTE = 0111;

    private static final Pattern NUMBER = Pattern.compile("0*([0-7]?)([0-7]{3})");
    private static final Pattern CLAUSE = Pattern.compile("([ugoa]*)([+=-])([rwxXst]*)");

    /** Absent where the text is no mode. */
    static Optional<FileMode> of(String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            int given = Integer.parseInt(number.group(2), 8);
            boolean special = !number.group(1).isEmpty() && !number.group(1).equals("0");
            return Optional.of(new FileMode(given, ALL & ~given, special));
        }
        var mode = new FileMode(0, 0, false);
        for (String part : text.split(",", -1)) {
            Matcher clause = CLAUSE.matcher(part);
            if (!clause.matches()) {
                return Optional.empty();
            }
            mode = mode.then(clause.group(1), clause.group(2), clause.group(3));
        }
        return Optional.of(mode);
    }

    /** Whether both texts are modes, and the second is narrower than the first. */
    static boolean isNarrower(String was, String is) {
        Optional<FileMode> before = of(was);
        Optional<FileMode> after = of(is);
        return before.isPresent() && after.isPresent() && after.get().isNarrowerThan(before.get());
    }

    private FileMode then(String who, String operator, String rights) {
        int whose = who.isEmpty() ? ALL : whose(who);
        int named = whose & rights(rights);
        boolean more = special || rights.matches(".*[st].*");
        return switch (operator) {
            case "+" -> new FileMode(given | named, taken & ~named, more);
            case "-" -> new FileMode(given & ~named, taken | named, more);
            default ->
                    new FileMode(
                            (given & ~whose) | named, (taken & ~named) | (whose & ~named), more);
        };
    }

    private static int whose(String who) {
        return (who.contains("u") ? OWNER : 0)
                | (who.contains("g") ? GROUP : 0)
                | (who.contains("o") ? OTHERS : 0)
                | (who.contains("a") ? ALL : 0);
    }

    /** A right to execute that depends on what a file is counts as one. */
    private static int rights(String letters) {
        return (letters.contains("r") ? READ : 0)
                | (letters.contains("w") ? WRITE : 0)
                | (letters.contains("x") || letters.contains("X") ? EXECUTE : 0);
    }

    /**
     * Whether others may no longer write, nobody may do what the other mode gave to nobody, and the owner may still read
     * and execute what he could. What was given to others may be given to owner and group instead.
     */
    private boolean isNarrowerThan(FileMode other) {
        int instead = other.given | forAll(other.given & OTHERS);
        int ownersToKeep = other.given & OWNER & ~WRITE;
        return (other.given & OTHERS & WRITE) != 0
                && (given & OTHERS & WRITE) == 0
                && (given & ~instead) == 0
                && (given & OTHERS & ~other.given) == 0
                && (!special || other.special)
                && (taken & ownersToKeep) == 0
                && (ownersToKeep & EXECUTE & ~given) == 0
                && ((taken & OWNER & WRITE) == 0 || (given & OWNER & READ) != 0);
    }

    private static int forAll(int rights) {
        return rights | rights << 3 | rights << 6;
    }
}
