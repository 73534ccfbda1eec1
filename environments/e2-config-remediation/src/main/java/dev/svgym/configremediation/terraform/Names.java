package dev.svgym.configremediation.terraform;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What names of an expression stand for, within one module. */
interface Names {

    /** Before the ids of the module's objects; empty in the root module. */
    String prefix();

    /** Absent where no value is known. */
    Optional<JsonNode> variable(String name);

    /** Absent where there is none of that name. */
    Optional<JsonNode> local(String name);

    /** What a called module gives; absent where it is not known. */
    Optional<JsonNode> output(String call, String name);
}
