package dev.svgym.server.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A problem document (RFC 9457).
 *
 * @param type {@code /problems/<slug>}
 * @param detail what was expected, what came and what to do
 * @param instance path of the request; absent inside a verdict
 * @param code finer than the type, such as {@code NON_BINARY_REWARD}
 * @param errors field by field, where fields are to blame
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String code,
        @Nullable List<FieldError> errors) {

    static final MediaType MEDIA_TYPE = MediaType.APPLICATION_PROBLEM_JSON;
}
