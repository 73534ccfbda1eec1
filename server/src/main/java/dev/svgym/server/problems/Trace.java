package dev.svgym.server.problems;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where something was thrown, without its message: a message may hold what a task hides, and logs must not. */
public final class Trace {

    private static final int FRAMES = 16;

    private Trace() {}

    public static String of(@Nullable Throwable thrown) {
        return thrown == null
                ? "nothing"
                : thrown.getClass().getName()
                        + Arrays.stream(thrown.getStackTrace())
                                .limit(FRAMES)
                                .map(frame -> "\n    at " + frame)
                                .collect(Collectors.joining());
    }
}
