package dev.svgym.configremediation.generation.dockerfile;

import dev.svgym.environment.generation.RandomStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one author writes.
 *
 * @param header on top of the file
 * @param isLower whether keywords are in lower case
 * @param indent blanks before what goes on
 * @param joint how commands of one {@code RUN} are joined
 * @param pairs how the pairs of one {@code ENV} stand
 * @param isAiry whether groups of instructions are apart
 */
record Style(
        Optional<String> header,
        boolean isLower,
        int indent,
        Joint joint,
        Pairs pairs,
        boolean isAiry) {

    private static final List<String> HEADERS =
            List.of(
                    "# syntax=docker/dockerfile:1",
                    "# syntax=docker/dockerfile:1.7",
                    "# Built by the pipeline; see the runbook for releases.",
                    "# Owned by the platform team. Changes go through review.",
                    "# Maintained by hand since the template moved.");

    /** How commands are joined. */
    enum Joint {
        /** {@code first && \} and the next line. */
        TRAILING,
        /** {@code first \} and {@code && second}. */
        LEADING,
        /** All on one line. */
        ONE_LINE
    }

    /** How pairs stand. */
    enum Pairs {
        ONE_LINE,
        ONE_A_LINE,
        ONE_AN_INSTRUCTION
    }

    static Style draw(RandomStream random) {
        return new Style(
                random.percent(40) ? Optional.of(random.oneOf(HEADERS)) : Optional.empty(),
                random.percent(6),
                random.oneOf(List.of(2, 4, 4, 8)),
                random.oneOf(
                        List.of(Joint.TRAILING, Joint.TRAILING, Joint.LEADING, Joint.ONE_LINE)),
                random.oneOf(List.of(Pairs.values())),
                random.percent(55));
    }

    String keyword(String usual) {
        return isLower ? usual.toLowerCase(Locale.ROOT) : usual;
    }
}
