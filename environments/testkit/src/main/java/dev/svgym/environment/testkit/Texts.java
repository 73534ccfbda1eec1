package dev.svgym.environment.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What may be asked of every text that leaves an environment. */
final class Texts {

    private static final int LONGEST_REASON = 4096;

    private Texts() {}

    /** Without a surrogate on its own, which no UTF-8 writer takes. */
    static void assertWellFormed(String text) {
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .as("well-formed Unicode: %.200s", text)
                .isTrue();
    }

    static void assertShort(String text) {
        assertWellFormed(text);
        assertThat(text).hasSizeLessThan(LONGEST_REASON);
    }

    /** Says something, and not the whole of what was sent. */
    static void assertSaying(@Nullable String text) {
        assertThat(text).isNotBlank();
        assertShort(String.valueOf(text));
    }
}
