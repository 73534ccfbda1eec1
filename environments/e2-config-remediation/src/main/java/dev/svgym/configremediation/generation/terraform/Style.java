package dev.svgym.configremediation.generation.terraform;

import dev.svgym.environment.generation.RandomStream;
import java.util.List;

/**
 * How one author writes.
 *
 * @param isAligned whether the signs of equality of neighbours stand below each other
 * @param remark what a remark begins with
 * @param filing how blocks are spread over files
 * @param isAiry whether nested blocks are apart from what stands before them
 */
record Style(boolean isAligned, String remark, Filing filing, boolean isAiry) {

    /** Which block stands in which file. */
    enum Filing {
        /** All in {@code main.tf}. */
        ONE_FILE,
        /** Variables, outputs and providers apart. */
        BY_MODE,
        /** A file for each topic. */
        BY_TOPIC
    }

    static Style draw(RandomStream random) {
        return new Style(
                random.percent(80),
                random.oneOf(List.of("#", "#", "#", "//")),
                random.oneOf(
                        List.of(Filing.ONE_FILE, Filing.ONE_FILE, Filing.BY_MODE, Filing.BY_TOPIC)),
                random.percent(70));
    }

    /** The name of the file of a block. */
    String file(String topic, HclBlock block) {
        return switch (filing) {
            case ONE_FILE -> "main.tf";
            case BY_TOPIC -> topic + ".tf";
            case BY_MODE ->
                    switch (block.name()) {
                        case "variable" -> "variables.tf";
                        case "output" -> "outputs.tf";
                        case "terraform", "provider" -> "versions.tf";
                        default -> "main.tf";
                    };
        };
    }
}
