package dev.svgym.networklogs.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The columns of a table by name, in lower case and without spaces around them. Where a name comes twice, the first
 * column has it.
 *
 * @param isNamed whether the first record of the file holds the names
 * @param needsDecoding whether text that is not in the charset is of no use
 */
record CsvColumns(Map<String, Integer> places, int size, boolean isNamed, boolean needsDecoding) {

    CsvColumns {
        places = Map.copyOf(places);
    }

    static CsvColumns of(List<String> names, boolean isNamed, boolean needsDecoding) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return new CsvColumns(places, names.size(), isNamed, needsDecoding);
    }

    boolean has(String name) {
        return places.containsKey(name);
    }

    Values values(List<String> fields) {
        return new Values(this, fields);
    }

    /** One record. */
    record Values(CsvColumns columns, List<String> fields) {

        boolean has(String name) {
            return columns.has(name);
        }

        /** Without spaces around it; empty where there is no such column. */
        String of(String name) {
            Integer place = columns.places().get(name);
            return place == null ? "" : fields.get(place).strip();
        }
    }
}
