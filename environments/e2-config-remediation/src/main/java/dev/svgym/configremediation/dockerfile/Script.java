package dev.svgym.configremediation.dockerfile;

import java.util.List;

/** What a shell runs: simple commands in their order. */
record Script(List<Command> commands) {

    Script {
        commands = List.copyOf(commands);
    }

    /**
     * A simple command, or what stands between two operators.
     *
     * @param words with their quotes, save where these make no difference; clustered options of curl stand apart
     * @param then the operator behind it, such as {@code &&}; empty at the end
     * @param scripts what a word runs by itself, as {@code $(...)} or behind {@code sh -c}; the word says which
     */
    record Command(List<String> words, String then, List<Script> scripts) {

        Command {
            words = List.copyOf(words);
            scripts = List.copyOf(scripts);
        }
    }
}
