package dev.svgym.server.problems;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a request, so that its sender learns it at once. Not thread-safe. */
public final class FieldErrors {

    private static final int MOST_THAT_ARE_LISTED = 100;

    private final List<FieldError> errors = new ArrayList<>();
    private int count;

    public void add(String pointer, String message) {
        count++;
        if (errors.size() < MOST_THAT_ARE_LISTED) {
            errors.add(new FieldError(pointer, message));
        }
    }

    /** Adds an error unless what should hold does. */
    public void require(boolean holds, String pointer, String message) {
        if (!holds) {
            add(pointer, message);
        }
    }

    /** Ends the request with {@link ProblemType#INVALID_REQUEST} where anything is wrong. */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            FieldError first = errors.getFirst();
            throw ProblemException.of(
                            ProblemType.INVALID_REQUEST,
                            "%d field(s) are not as expected; the first is %s: %s"
                                    .formatted(count, first.pointer(), first.message()))
                    .withErrors(errors);
        }
    }

    /** The exception for one thing that is wrong. */
    public static ProblemException single(String pointer, String message) {
        return ProblemException.of(ProblemType.INVALID_REQUEST, pointer + ": " + message)
                .withErrors(List.of(new FieldError(pointer, message)));
    }
}
