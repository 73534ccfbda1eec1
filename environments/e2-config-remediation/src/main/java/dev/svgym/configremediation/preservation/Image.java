package dev.svgym.configremediation.preservation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final int LEAST_DISTINCT = 7;
    private static final Set<String> MOVING =
            Set.of(
                    "latest",
                    "stable",
                    "oldstable",
                    "testing",
                    "unstable",
                    "edge",
                    "nightly",
                    "rolling",
                    "current");

    /** Systems whose releases have names. Elsewhere such a name says on which system a release is, and not which it is. */
    private static final Set<String> SYSTEMS = Set.of("debian", "ubuntu", "buildpack-deps");

    private static final Pattern SYSTEM =
            Pattern.compile("(?:alpine|debian|ubuntu|ubi|windowsservercore|nanoserver)[0-9.]+$");

    private static final Set<String> CODE_NAMES =
            Set.of(
                    "buster",
                    "bullseye",
                    "bookworm",
                    "trixie",
                    "bionic",
                    "focal",
                    "jammy",
                    "noble",
                    "plucky",
                    "questing");

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

    /** Whether it names one release: by a digest, or by a tag that tells which and not how new it is. */
    boolean isPinned() {
        return digest.map(Image::mayBeADigest)
                .orElseGet(() -> tag.filter(this::isRelease).isPresent());
    }

    /** Of 64 random digits far more than these are distinct. */
    private static boolean mayBeADigest(String digest) {
        return digest.substring(digest.indexOf(':') + 1).chars().distinct().count()
                > LEAST_DISTINCT;
    }

    private boolean isRelease(String name) {
        List<String> parts = List.of(name.toLowerCase(Locale.ROOT).split("[-_.+]"));
        boolean isNumbered =
                Stream.of(name.split("-"))
                        .filter(part -> !SYSTEM.matcher(part).lookingAt())
                        .anyMatch(part -> part.chars().anyMatch(Character::isDigit));
        boolean isCalled =
                SYSTEMS.contains(repository.substring(repository.lastIndexOf('/') + 1))
                        && parts.stream().anyMatch(CODE_NAMES::contains);
        return (isNumbered || isCalled) && parts.stream().noneMatch(MOVING::contains);
    }
}
