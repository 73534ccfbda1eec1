package dev.svgym.configremediation.model;

import dev.svgym.configremediation.model.Parsed.Unreadable;
import dev.svgym.configremediation.model.Parsed.Unreadable.Flaw;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with files, as far as it is listed. */
public final class Flaws {

    private final List<Flaw> listed = new ArrayList<>();

    public void add(String file, String message) {
        if (!full()) {
            listed.add(new Flaw(file, message));
        }
    }

    public boolean full() {
        return listed.size() >= Unreadable.MOST_FLAWS;
    }

    public List<Flaw> listed() {
        return listed;
    }
}
