package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.terraform.HclBlock.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes one file in a style, and tells at which line what stands. */
final class FileWriter {

    private static final String INDENT = "  ";

    private final Style style;
    private final StringBuilder text = new StringBuilder();
    private final SortedMap<String, Integer> lineOf = new TreeMap<>();
    private int line = 1;

    FileWriter(Style style) {
        this.style = style;
    }

    /** A block of the top level. */
    void top(HclBlock block) {
        if (!text.isEmpty()) {
            end("");
        }
        block(block, "", block.id());
    }

    String text() {
        return text.toString();
    }

    int lines() {
        return line - 1;
    }

    /** The line of each block and of each entry, by id and path with {@code /} between. */
    SortedMap<String, Integer> lineOf() {
        return lineOf;
    }

    private void block(HclBlock block, String indent, String place) {
        block.remark().ifPresent(remark -> end(indent + style.remark() + " " + remark));
        lineOf.put(place, line);
        String inner = indent + INDENT;
        switch (block.form()) {
            case BLOCK -> {
                StringBuilder start = new StringBuilder(indent + block.name());
                block.labels().forEach(label -> start.append(" \"").append(label).append('"'));
                if (block.entries().isEmpty()) {
                    end(start + " {}");
                    return;
                }
                end(start + " {");
                entries(block, inner, place);
                end(indent + "}");
            }
            case MAP -> {
                end(indent + block.name() + " = {");
                entries(block, inner, place);
                end(indent + "}");
            }
            case ELEMENT -> {
                end(indent + "{");
                entries(block, inner, place);
                end(indent + "},");
            }
            case ENCODED_POLICY -> {
                end(indent + block.name() + " = jsonencode({");
                end(inner + "Version = \"2012-10-17\"");
                end(inner + "Statement = [");
                entries(block, inner + INDENT, place);
                end(inner + "]");
                end(indent + "})");
            }
            case POLICY_TEXT -> json(block, indent, place);
        }
    }

    private void json(HclBlock policy, String indent, String place) {
        String inner = indent + INDENT;
        end(indent + policy.name() + " = <<-EOT");
        end(inner + "{");
        end(inner + "  \"Version\": \"2012-10-17\",");
        end(inner + "  \"Statement\": [");
        for (int i = 0; i < policy.entries().size(); i++) {
            HclBlock statement = (HclBlock) policy.entries().get(i);
            end(inner + "    {");
            for (int j = 0; j < statement.entries().size(); j++) {
                Attribute field = (Attribute) statement.entries().get(j);
                lineOf.put(place + "/" + statement.name() + "#" + i + "/" + field.name(), line);
                String comma = j + 1 < statement.entries().size() ? "," : "";
                end("%s      \"%s\": %s%s".formatted(inner, field.name(), field.value(), comma));
            }
            end(inner + (i + 1 < policy.entries().size() ? "    }," : "    }"));
        }
        end(inner + "  ]");
        end(inner + "}");
        end(indent + "EOT");
    }

    private void entries(HclBlock block, String indent, String place) {
        List<Attribute> neighbours = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        boolean isFirst = true;
        for (Entry entry : block.entries()) {
            switch (entry) {
                case Attribute attribute -> neighbours.add(attribute);
                case HclBlock nested -> {
                    isFirst &= neighbours.isEmpty();
                    attributes(neighbours, indent, place);
                    if (style.isAiry() && !isFirst && nested.form() == Form.BLOCK) {
                        end("");
                    }
                    long before = seen.stream().filter(nested.name()::equals).count();
                    seen.add(nested.name());
                    String step = before == 0 ? nested.name() : nested.name() + "#" + before;
                    block(nested, indent, place + "/" + step);
                    isFirst = false;
                }
            }
        }
        attributes(neighbours, indent, place);
    }

    private void attributes(List<Attribute> neighbours, String indent, String place) {
        int width =
                style.isAligned()
                        ? neighbours.stream().mapToInt(one -> one.name().length()).max().orElse(0)
                        : 0;
        for (Attribute one : neighbours) {
            one.remark().ifPresent(remark -> end(indent + style.remark() + " " + remark));
            lineOf.put(place + "/" + one.name(), line);
            String blanks = " ".repeat(Math.max(0, width - one.name().length()));
            List<String> lines = one.value().lines().toList();
            end(indent + one.name() + blanks + " = " + lines.getFirst());
            lines.subList(1, lines.size()).forEach(more -> end(indent + more));
        }
        neighbours.clear();
    }

    private void end(String last) {
        text.append(last).append('\n');
        line++;
    }
}
