package dev.svgym.configremediation.terraform;

import dev.svgym.configremediation.terraform.Body.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads files: attributes and blocks, each attribute once. */
record BodyReader(HclText text) {

    static Body read(String file) throws UnreadableHclException {
        return new BodyReader(new HclText(file, 1)).body(false);
    }

    /**
     * @param closed whether a brace ends it, and not the end of the file
     */
    private Body body(boolean closed) throws UnreadableHclException {
        text.enter();
        SequencedMap<String, Expression> attributes = new LinkedHashMap<>();
        List<Block> blocks = new ArrayList<>();
        for (skipLines(); !ends(closed); skipLines()) {
            int line = text.line();
            String name = text.name("an attribute or a block");
            text.skip();
            if (text.looksAt("=")) {
                attribute(name, attributes);
                text.requireLineEnd("an attribute");
            } else {
                blocks.add(block(name, line));
                text.requireLineEnd("a block");
            }
        }
        text.leave();
        return new Body(attributes, blocks);
    }

    private boolean ends(boolean closed) throws UnreadableHclException {
        if (closed && text.atEnd()) {
            throw text.flaw("a block has no end");
        }
        return closed ? text.take("}") : text.atEnd();
    }

    private void skipLines() throws UnreadableHclException {
        do {
            text.skip();
        } while (text.take("\n"));
    }

    private void attribute(String name, SequencedMap<String, Expression> attributes)
            throws UnreadableHclException {
        text.next();
        Expression value = new ExpressionReader(text).read();
        if (attributes.put(name, value) != null) {
            throw text.flaw("the attribute %s is there twice".formatted(name));
        }
    }

    private Block block(String type, int line) throws UnreadableHclException {
        List<String> labels = new ArrayList<>();
        while (!text.take("{")) {
            labels.add(label());
            text.skip();
        }
        text.skip();
        return text.take("\n")
                ? new Block(type, labels, body(true), line)
                : new Block(type, labels, onOneLine(), line);
    }

    private String label() throws UnreadableHclException {
        if (!text.take("\"")) {
            return text.name("\"=\", a label or \"{\"");
        }
        Optional<String> label = new TemplateReader(text).quoted().literal();
        if (label.isEmpty()) {
            throw text.flaw("nothing is interpolated in the label of a block");
        }
        return label.get();
    }

    /** At most one attribute, and no block. */
    private Body onOneLine() throws UnreadableHclException {
        SequencedMap<String, Expression> attributes = new LinkedHashMap<>();
        if (!text.looksAt("}")) {
            String name = text.name("\"}\", an attribute or the end of the line");
            text.skip();
            if (!text.looksAt("=")) {
                throw text.expected("\"=\"");
            }
            attribute(name, attributes);
        }
        text.require("}");
        return new Body(attributes, List.of());
    }
}
