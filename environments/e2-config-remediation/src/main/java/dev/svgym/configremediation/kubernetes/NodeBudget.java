package dev.svgym.configremediation.kubernetes;

/** How many nodes the files of one config may come to, aliases expanded. For one thread. */
final class NodeBudget {

    static final int MOST_NODES = 200_000;

    /** Characters of a scalar that count as one more node, so that an alias of a long text is not free. */
    private static final int CHARACTERS = 16;

    private int used;

    int used() {
        return used;
    }

    /** What a scalar costs. */
    static int ofScalar(String text) {
        return 1 + text.length() / CHARACTERS;
    }

    void spend(int nodes, int line) throws UnreadableYamlException {
        if (nodes > MOST_NODES - used) {
            throw new UnreadableYamlException(
                    line, "expected at most %s nodes with aliases expanded".formatted(MOST_NODES));
        }
        used += nodes;
    }
}
