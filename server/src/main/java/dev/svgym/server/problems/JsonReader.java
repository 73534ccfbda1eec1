package dev.svgym.server.problems;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that is only a part of a body; a fault ends the request as one in a whole body does. */
@Component
public class JsonReader {

    private final JsonMapper json;

    JsonReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * Reads one value.
     *
     * @param where names the part in messages, such as {@code "line 3: "}
     */
    public <T> T read(String text, Class<T> type, String where) {
        T value;
        try {
            value = json.readValue(text, type);
        } catch (JacksonException fault) {
            throw JsonFault.explain(fault, where);
        }
        if (value == null) {
            throw ProblemException.of(
                    ProblemType.INVALID_REQUEST, where + "expected an object, got null");
        }
        return value;
    }
}
