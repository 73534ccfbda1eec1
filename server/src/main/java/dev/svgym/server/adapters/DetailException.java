package dev.svgym.server.adapters;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Ends a request with {@code {"detail": ...}}, as the Python servers of these protocols do. */
public final class DetailException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient JsonNode detail;

    public DetailException(int status, JsonNode detail) {
        super("answered with status " + status, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    public DetailException(int status, String detail) {
        this(status, JsonNodeFactory.instance.stringNode(detail));
    }

    ResponseEntity<ObjectNode> reply(HttpHeaders headers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("detail", detail);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
