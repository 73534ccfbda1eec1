package dev.svgym.networklogs.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.svgym.environment.imports.Row;
import dev.svgym.environment.imports.RowReader;
import dev.svgym.environment.imports.Shown;
import dev.svgym.environment.imports.UnreadableSourceException;
import dev.svgym.networklogs.imports.FlowText.UnusableValueException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Records of a CSV file, by a table that says what its columns are. */
final class CsvRows implements RowReader {

    /** Turns the records of one kind of table into rows. */
    interface Table {

        /**
         * The columns, from the first record.
         *
         * @throws UnreadableSourceException where they are not those of this table
         */
        CsvColumns columns(long line, List<String> first) throws UnreadableSourceException;

        /** The row of a record with all its columns. */
        Row row(long line, CsvColumns.Values values) throws UnusableValueException;
    }

    private final CloseableIterator<CsvRecord> records;
    private final Table table;
    private Optional<CsvColumns> columns = Optional.empty();
    private long line;

    CsvRows(Reader text, Table table) {
        this.records =
                CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .skipEmptyLines(false)
                        .maxBufferSize(NetworkLogFormat.LONGEST)
                        .ofCsvRecord(text)
                        .iterator();
        this.table = table;
    }

    @Override
    public Optional<Row> next() throws IOException, UnreadableSourceException {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            List<String> fields = record.getFields();
            if (fields.stream().allMatch(String::isBlank)) {
                return Optional.of(new Row.Blank(line));
            }
            if (columns.isEmpty()) {
                CsvColumns found = table.columns(line, fields);
                columns = Optional.of(found);
                if (found.isNamed()) {
                    return next();
                }
            }
            return Optional.of(row(columns.get(), fields));
        } catch (CsvParseException e) {
            throw new UnreadableSourceException(
                    line + 1,
                    "expected CSV with records of at most %d characters, got a record without an end; is a quote left open?"
                            .formatted(NetworkLogFormat.LONGEST));
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private Row row(CsvColumns shape, List<String> fields) {
        if (fields.size() != shape.size()) {
            return new Row.Unusable(
                    line, "expected %d columns, got %d".formatted(shape.size(), fields.size()));
        }
        for (String field : fields) {
            if (shape.needsDecoding() && field.indexOf(Shown.UNDECODABLE) >= 0) {
                return new Row.Unusable(line, "expected UTF-8, got other bytes");
            }
        }
        try {
            return table.row(line, shape.values(fields));
        } catch (UnusableValueException e) {
            return new Row.Unusable(line, String.valueOf(e.getMessage()));
        }
    }
}
