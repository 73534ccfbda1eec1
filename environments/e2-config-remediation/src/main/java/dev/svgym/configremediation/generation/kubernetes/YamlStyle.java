package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.environment.generation.RandomStream;

/**
 * How one author writes. Choices for single places follow from the seed and the place alone, so that two texts of nearly
 * the same tree differ where the trees do and nowhere else.
 *
 * @param seed of the choices for single places
 * @param step spaces a level
 * @param indentsLists whether the dash of a list stands deeper than its key
 * @param order of the keys of a mapping
 * @param quotes the usual quotes of strings
 * @param flowPercent how often a short value stands on one line
 * @param remarkPercent how often a line has a remark
 * @param startsWithMarker whether a file starts with {@code ---}
 */
record YamlStyle(
        long seed,
        int step,
        boolean indentsLists,
        KeyOrder order,
        Quotes quotes,
        int flowPercent,
        int remarkPercent,
        boolean startsWithMarker) {

    /** Orders of keys that are seen in the wild. */
    enum KeyOrder {
        /** As people and the documentation write them. */
        USUAL,
        /** As tools write them. */
        ALPHABETICAL,
        /** As it came. */
        ANY
    }

    /** How strings that need no quotes are written. */
    enum Quotes {
        NONE,
        SOME_DOUBLE,
        ALL_DOUBLE,
        SOME_SINGLE
    }

    static YamlStyle draw(RandomStream random) {
        int order = random.below(100);
        int quotes = random.below(100);
        return new YamlStyle(
                random.between(0, Long.MAX_VALUE),
                random.percent(88) ? 2 : 4,
                random.percent(60),
                order < 55 ? KeyOrder.USUAL : order < 80 ? KeyOrder.ALPHABETICAL : KeyOrder.ANY,
                quotes < 50
                        ? Quotes.NONE
                        : quotes < 75
                                ? Quotes.SOME_DOUBLE
                                : quotes < 85 ? Quotes.ALL_DOUBLE : Quotes.SOME_SINGLE,
                random.percent(50) ? 15 : random.percent(50) ? 60 : 0,
                random.percent(45) ? 0 : random.percent(60) ? 4 : 12,
                random.percent(30));
    }

    /**
     * A number for a place, the same in every text of this author.
     *
     * @param question that it decides
     */
    long at(String place, String question) {
        return RandomStream.mix(
                seed ^ RandomStream.mix(((long) place.hashCode() << 32) ^ question.hashCode()));
    }

    /** Whether a thing is so at a place, in so many of a hundred places. */
    boolean percent(int share, String place, String question) {
        return Long.remainderUnsigned(at(place, question), 100) < share;
    }
}
