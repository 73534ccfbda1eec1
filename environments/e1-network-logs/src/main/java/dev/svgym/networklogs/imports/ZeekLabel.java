package dev.svgym.networklogs.imports;

import java.util.Optional;

/**
 * Where the labels of a Zeek log come from: a field of each record, or one label for all.
 *
 * @param field name of the field
 * @param forAll whether every record is malicious; empty where the field says it
 */
record ZeekLabel(String field, Optional<Boolean> forAll) {

    static final String FIELD = "label";

    /** By the field that labelled logs have. */
    static final ZeekLabel USUAL = new ZeekLabel(FIELD, Optional.empty());

    /** What is wrong with a log that has the field or not; empty where it suits. */
    Optional<String> problem(boolean hasField) {
        if (hasField == forAll.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                hasField
                        ? "expected a log without labels, because the option label labels every record, got the field %s; leave the option out"
                                .formatted(field)
                        : "expected a label in the field %s, got none; name the field by the option label-field, or label every record by the option label=Benign or label=Malicious"
                                .formatted(field));
    }
}
