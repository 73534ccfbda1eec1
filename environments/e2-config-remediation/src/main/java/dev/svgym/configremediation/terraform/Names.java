package dev.svgym.configremediation.terraform;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What names of an expression stand for, within one module. */
interface Names {

    /** None stands for anything. */
    Names NONE =
            new Names() {
                @Override
                public String prefix() {
                    return "";
                }

                @Override
                public Optional<JsonNode> variable(String name) {
                    return Optional.empty();
                }

                @Override
                public Optional<JsonNode> local(String name) {
                    return Optional.empty();
                }

                @Override
                public Optional<JsonNode> output(String call, String name) {
                    return Optional.empty();
                }
            };

    /** Before the ids of the module's objects; empty in the root module. */
    String prefix();

    /** Absent where no value is known. */
    Optional<JsonNode> variable(String name);

    /** Absent where there is none of that name. */
    Optional<JsonNode> local(String name);

    /** What a called module gives; absent where it is not known. */
    Optional<JsonNode> output(String call, String name);
}
