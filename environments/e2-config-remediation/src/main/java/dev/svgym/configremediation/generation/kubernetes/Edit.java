package dev.svgym.configremediation.generation.kubernetes;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A change of some documents of a task; none is added or removed. */
interface Edit {

    Edit NONE = documents -> {};

    void on(List<ObjectNode> documents);
}
