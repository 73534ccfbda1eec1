package dev.svgym.configremediation.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** An amount of a resource in the notation of Kubernetes, such as {@code 250m} or {@code 64Mi}, in exact base units. */
public record Quantity(BigDecimal amount) implements Comparable<Quantity> {

    private static final Pattern FORM =
            Pattern.compile(
                    "([+-]?(?:\\d{1,18}\\.?\\d{0,18}|\\.\\d{1,18}))(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?\\d{1,2}|)");

    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    private static final Map<String, BigDecimal> UNITS =
            Map.ofEntries(
                    Map.entry("", BigDecimal.ONE),
                    Map.entry("n", new BigDecimal("1e-9")),
                    Map.entry("u", new BigDecimal("1e-6")),
                    Map.entry("m", new BigDecimal("1e-3")),
                    Map.entry("k", new BigDecimal("1e3")),
                    Map.entry("M", new BigDecimal("1e6")),
                    Map.entry("G", new BigDecimal("1e9")),
                    Map.entry("T", new BigDecimal("1e12")),
                    Map.entry("P", new BigDecimal("1e15")),
                    Map.entry("E", new BigDecimal("1e18")),
                    Map.entry("Ki", KIBI),
                    Map.entry("Mi", KIBI.pow(2)),
                    Map.entry("Gi", KIBI.pow(3)),
                    Map.entry("Ti", KIBI.pow(4)),
                    Map.entry("Pi", KIBI.pow(5)),
                    Map.entry("Ei", KIBI.pow(6)));

    /** Of a string or a number; absent where it is no quantity. */
    public static Optional<Quantity> of(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(new Quantity(node.decimalValue()));
        }
        return node.isString() ? of(node.stringValue()) : Optional.empty();
    }

    public static Optional<Quantity> of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(form.group(1));
        String suffix = form.group(2);
        BigDecimal unit = UNITS.get(suffix);
        return Optional.of(
                new Quantity(number.multiply(unit != null ? unit : new BigDecimal("1" + suffix))));
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }
}
