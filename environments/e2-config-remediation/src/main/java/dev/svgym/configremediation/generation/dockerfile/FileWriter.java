package dev.svgym.configremediation.generation.dockerfile;

import dev.svgym.configremediation.generation.dockerfile.Line.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes one file in a style, and tells at which line what stands. */
final class FileWriter {

    private final Style style;
    private final int file;
    private final StringBuilder text = new StringBuilder();
    private final Map<Spot, Integer> lineOf = new HashMap<>();
    private int line = 1;

    private FileWriter(Style style, int file) {
        this.style = style;
        this.file = file;
    }

    /**
     * A text.
     *
     * @param lineOf the line of each part, of each line as a whole and of each base, from 1 on
     */
    record Written(String text, Map<Spot, Integer> lineOf) {

        int lines() {
            return (int) text.chars().filter(c -> c == '\n').count();
        }
    }

    /** @param index of the file among those of the task */
    static Written write(BuildFile file, int index, Style style) {
        var writer = new FileWriter(style, index);
        style.header().ifPresent(writer::end);
        for (int stage = 0; stage < file.stages().size(); stage++) {
            writer.stage(file.stages().get(stage), stage);
        }
        return new Written(writer.text.toString(), Map.copyOf(writer.lineOf));
    }

    private void stage(StageText stage, int index) {
        if (index > 0) {
            end("");
        }
        lineOf.put(new Spot(file, index, Spot.BASE, Spot.WHOLE), line);
        end(
                style.keyword("FROM")
                        + " "
                        + stage.image()
                        + stage.name()
                                .map(name -> " " + style.keyword("AS") + " " + name)
                                .orElse(""));
        for (int i = 0; i < stage.lines().size(); i++) {
            Line one = stage.lines().get(i);
            Spot spot = new Spot(file, index, i, Spot.WHOLE);
            if (style.isAiry() && one.isThere() && one.is("RUN")) {
                end("");
            }
            one.remark().ifPresent(remark -> end("# " + remark));
            lineOf.put(spot, line);
            if (one.isThere()) {
                instruction(one, spot);
            }
        }
    }

    private void instruction(Line one, Spot spot) {
        String start = style.keyword(one.keyword()) + " ";
        for (String flag : one.flags()) {
            start += flag + " ";
        }
        List<String> parts = one.parts();
        if (one.form() == Form.HEREDOC) {
            end(start + parts.getFirst());
            parts.subList(1, parts.size()).forEach(this::end);
            return;
        }
        boolean isScript = one.is("RUN");
        boolean isList = one.is("ENV");
        if (isList && style.pairs() == Style.Pairs.ONE_AN_INSTRUCTION) {
            for (int i = 0; i < parts.size(); i++) {
                mark(spot, i);
                end(start + parts.get(i));
            }
            return;
        }
        boolean breaks =
                isScript
                        ? style.joint() != Style.Joint.ONE_LINE
                        : isList && style.pairs() == Style.Pairs.ONE_A_LINE;
        text.append(start);
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                text.append(joint(isScript, breaks));
            }
            mark(spot, i);
            text.append(parts.get(i));
        }
        end("");
    }

    private String joint(boolean isScript, boolean breaks) {
        if (!breaks) {
            return isScript ? " && " : " ";
        }
        line++;
        String indent = " ".repeat(style.indent());
        if (!isScript) {
            return " \\\n" + indent;
        }
        return style.joint() == Style.Joint.LEADING
                ? " \\\n" + indent + "&& "
                : " && \\\n" + indent;
    }

    private void mark(Spot whole, int part) {
        lineOf.put(new Spot(whole.file(), whole.stage(), whole.line(), part), line);
    }

    private void end(String last) {
        text.append(last).append('\n');
        line++;
    }
}
