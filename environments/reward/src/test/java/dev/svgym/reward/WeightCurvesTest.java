package dev.svgym.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the picture of the documentation true; {@code -Dsvgym.pictures=write} draws it anew. */
class WeightCurvesTest {

    private static final Path PICTURE = Path.of("../../docs/estimators-weights.svg");

    @Test
    void the_picture_shows_what_the_module_computes() throws IOException {
        if ("write".equals(System.getProperty("svgym.pictures"))) {
            Files.writeString(PICTURE, WeightCurves.svg());
        }

        assertThat(PICTURE).hasContent(WeightCurves.svg());
    }
}
