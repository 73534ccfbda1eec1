package dev.svgym.configremediation.kubernetes;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The formats of scalars that the Kubernetes schema names. A value of another type is for {@code type} to refuse. */
enum ScalarFormat implements Format {
    INT32("int32", "an integer of 32 bits, without a decimal point") {
        @Override
        boolean accepts(JsonNode value) {
            return !value.isNumber() || (value.isIntegralNumber() && value.canConvertToInt());
        }
    },
    INT64("int64", "an integer of 64 bits, without a decimal point") {
        @Override
        boolean accepts(JsonNode value) {
            return !value.isNumber() || (value.isIntegralNumber() && value.canConvertToLong());
        }
    },
    DOUBLE("double", "a number") {
        @Override
        boolean accepts(JsonNode value) {
            return true;
        }
    },
    BYTE("byte", "text in base64") {
        @Override
        boolean accepts(JsonNode value) {
            return !value.isString() || isBase64(value.stringValue());
        }
    },
    DATE_TIME("date-time", "a time such as 2025-01-31T12:00:00Z") {
        @Override
        boolean accepts(JsonNode value) {
            return !value.isString() || isTime(value.stringValue());
        }
    },
    QUANTITY("quantity", "a quantity such as 250m or 64Mi") {
        @Override
        boolean accepts(JsonNode value) {
            return !value.isString() || isQuantity(value.stringValue());
        }
    },
    IDENTIFIER("identifier", "printable ASCII") {
        @Override
        boolean accepts(JsonNode value) {
            return !value.isString() || Names.isPrintableAscii(value.stringValue());
        }
    };

    private static final int LONGEST_QUANTITY = 64;
    private static final Pattern QUANTITY_FORM =
            Pattern.compile(
                    "[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,2})?");

    private final String label;
    private final String expected;

    ScalarFormat(String label, String expected) {
        this.label = label;
        this.expected = expected;
    }

    abstract boolean accepts(JsonNode value);

    /** What a message says was expected. */
    String expected() {
        return expected;
    }

    @Override
    public String getName() {
        return label;
    }

    @Override
    public boolean matches(ExecutionContext context, SchemaContext schema, JsonNode value) {
        return accepts(value);
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text.replace("\n", ""));
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static boolean isQuantity(String text) {
        return text.length() <= LONGEST_QUANTITY && QUANTITY_FORM.matcher(text).matches();
    }
}
