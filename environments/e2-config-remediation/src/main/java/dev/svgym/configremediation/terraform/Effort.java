package dev.svgym.configremediation.terraform;

import tools.jackson.databind.JsonNode;

/** Bounds what the expressions of one config may come to, copies counted. For one thread. */
final class Effort {

    static final int MOST = 400_000;

    /** Of evaluations within each other. */
    private static final int MOST_DEPTH = 400;

    /** Of values within each other. */
    private static final int MOST_LEVELS = 200;

    private static final int CHARACTERS_PER_UNIT = 32;

    private int spent;
    private int depth;

    void enter() {
        if (++depth > MOST_DEPTH) {
            throw new UnsoundConfigException("expressions refer to each other over too many steps");
        }
        spend(1);
    }

    void leave() {
        depth--;
    }

    void spend(int units) {
        spent += units;
        if (spent > MOST) {
            throw new UnsoundConfigException(
                    "expected expressions that come to at most %s values".formatted(MOST));
        }
    }

    /** One more copy of a value. */
    JsonNode copy(JsonNode value) {
        count(value, 0);
        return value;
    }

    private void count(JsonNode value, int level) {
        if (level > MOST_LEVELS) {
            throw new UnsoundConfigException(
                    "expected values of at most %s levels".formatted(MOST_LEVELS));
        }
        spend(value.isString() ? 1 + value.stringValue().length() / CHARACTERS_PER_UNIT : 1);
        value.values().forEach(each -> count(each, level + 1));
    }
}
