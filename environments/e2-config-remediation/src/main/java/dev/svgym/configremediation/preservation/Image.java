package dev.svgym.configremediation.preservation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reference to a container image.
 *
 * @param repository registry and path, as written
 * @param tag absent where none is written
 * @param digest absent where none is written
 */
record Image(String repository, Optional<String> tag, Optional<String> digest) {

    private static final Pattern FORM =
            Pattern.compile(
                    "((?:[A-Za-z0-9.-]{1,255}(?::\\d{1,5})?/)?[a-z0-9._/-]{1,255})(?::([A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?");

    /** Absent where the text is no image reference. */
    static Optional<Image> of(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new Image(
                                form.group(1),
                                Optional.ofNullable(form.group(2)),
                                Optional.ofNullable(form.group(3))))
                : Optional.empty();
    }

    /** Whether it names one release: a digest, or a tag other than latest. */
    boolean isPinned() {
        return digest.isPresent()
                || tag.filter(name -> !name.equalsIgnoreCase("latest")).isPresent();
    }
}
