package dev.svgym.configremediation.model;

/** Characters that a config may not hold, whatever its kind. */
public final class Characters {

    private Characters() {}

    /** Controls, line breaks of other standards, directions, invisible characters and halves of characters. */
    public static boolean deceives(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}
