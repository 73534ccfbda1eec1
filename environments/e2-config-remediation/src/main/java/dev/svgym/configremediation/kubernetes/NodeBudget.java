package dev.svgym.configremediation.kubernetes;

/** How many nodes the files of one config may come to, aliases expanded. For one thread. */
final class NodeBudget {

    static final int MOST_NODES = 200_000;

    private int used;

    int used() {
        return used;
    }

    void spend(int nodes, int line) throws UnreadableYamlException {
        if (nodes > MOST_NODES - used) {
            throw new UnreadableYamlException(
                    line, "expected at most %d nodes with aliases expanded".formatted(MOST_NODES));
        }
        used += nodes;
    }
}
