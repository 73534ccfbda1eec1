package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.Parsed.Unreadable;
import dev.svgym.configremediation.model.Parsed.Unreadable.Flaw;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with files, as far as it is listed. */
final class Flaws {

    private final List<Flaw> listed = new ArrayList<>();

    void add(String file, String message) {
        if (!full()) {
            listed.add(new Flaw(file, message));
        }
    }

    boolean full() {
        return listed.size() >= Unreadable.MOST_FLAWS;
    }

    List<Flaw> listed() {
        return listed;
    }
}
