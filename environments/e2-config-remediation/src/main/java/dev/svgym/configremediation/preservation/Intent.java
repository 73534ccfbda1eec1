package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the owner of a config needs of it, whatever is repaired.
 *
 * @param images references or bare tags that may be used; empty: any pinned image of the same repository
 * @param resources least and most of a resource by name, such as {@code cpu}; a name that is not there has the default
 *     of {@link #DEFAULT_RESOURCES}, or no bound
 * @param sources CIDR blocks that must keep access
 */
public record Intent(
        List<String> images, SortedMap<String, Range> resources, List<String> sources) {

    /** Bounds where the intent names none. */
    public static final Map<String, Range> DEFAULT_RESOURCES =
            Map.of("cpu", new Range("10m", "4"), "memory", new Range("16Mi", "8Gi"));

    /** No wish stated. */
    public static final Intent NONE = new Intent(List.of(), new TreeMap<>(), List.of());

    public Intent {
        images = List.copyOf(images);
        sources = List.copyOf(sources);
        for (String source : sources) {
            if (!isSource(source)) {
                throw new IllegalArgumentException("expected a block of addresses, got " + source);
            }
        }
    }

    /** Whether a text is a block of addresses such as {@code 10.0.0.0/8}, with every host bit 0. */
    public static boolean isSource(String text) {
        return Cidr.of(text).isPresent();
    }

    /** A least and a most amount, as Kubernetes quantities, ends included. */
    public record Range(String min, String max) {

        public Range {
            if (Quantity.of(min).isEmpty()
                    || Quantity.of(max).isEmpty()
                    || Quantity.of(min).get().compareTo(Quantity.of(max).get()) > 0) {
                throw new IllegalArgumentException(
                        "expected two Kubernetes quantities, the least first, got %s and %s"
                                .formatted(min, max));
            }
        }
    }
}
