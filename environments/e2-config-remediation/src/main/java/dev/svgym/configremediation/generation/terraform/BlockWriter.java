package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.terraform.HclBlock.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes one block of a clean configuration, entry after entry. */
final class BlockWriter {

    private final Scene scene;
    private final Form form;
    private final String name;
    private final List<String> labels;
    private final List<Entry> entries = new ArrayList<>();

    private BlockWriter(Scene scene, Form form, String name, List<String> labels) {
        this.scene = scene;
        this.form = form;
        this.name = name;
        this.labels = labels;
    }

    static BlockWriter resource(Scene scene, String type, String name) {
        return new BlockWriter(scene, Form.BLOCK, "resource", List.of(type, name));
    }

    static BlockWriter data(Scene scene, String type, String name) {
        return new BlockWriter(scene, Form.BLOCK, "data", List.of(type, name));
    }

    static BlockWriter provider(Scene scene, String name) {
        return new BlockWriter(scene, Form.BLOCK, "provider", List.of(name));
    }

    /** A string in quotes; it may hold {@code ${...}}. */
    static String quoted(String text) {
        return '"' + text + '"';
    }

    static String list(List<String> texts) {
        return texts.stream().map(BlockWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    BlockWriter set(String attribute, String expression) {
        entries.add(new Attribute(attribute, expression, scene.remark()));
        return this;
    }

    BlockWriter text(String attribute, String text) {
        return set(attribute, quoted(text));
    }

    BlockWriter yes(String attribute) {
        return set(attribute, "true");
    }

    BlockWriter no(String attribute) {
        return set(attribute, "false");
    }

    /** What some authors write and others do not. */
    BlockWriter maybe(int percent, UnaryOperator<BlockWriter> more) {
        return scene.has(percent) ? more.apply(this) : this;
    }

    BlockWriter block(String nested, UnaryOperator<BlockWriter> body) {
        return nested(Form.BLOCK, nested, body);
    }

    BlockWriter map(String attribute, UnaryOperator<BlockWriter> body) {
        return nested(Form.MAP, attribute, body);
    }

    /** A policy, encoded or in a heredoc, of statements that {@link #statement} writes. */
    BlockWriter policy(UnaryOperator<BlockWriter> statements) {
        return nested(scene.has(65) ? Form.ENCODED_POLICY : Form.POLICY_TEXT, "policy", statements);
    }

    BlockWriter statement(String sid, List<String> actions, List<String> resources) {
        return nested(
                Form.ELEMENT,
                "Statement",
                body ->
                        body.text("Sid", sid)
                                .text("Effect", "Allow")
                                .set("Action", list(actions))
                                .set("Resource", oneOrList(resources)));
    }

    BlockWriter statement(String sid, String principal, String action, String resource) {
        return nested(
                Form.ELEMENT,
                "Statement",
                body ->
                        body.text("Sid", sid)
                                .text("Effect", "Allow")
                                .set("Principal", "{\"AWS\": " + quoted(principal) + "}")
                                .text("Action", action)
                                .text("Resource", resource));
    }

    private static String oneOrList(List<String> texts) {
        return texts.size() == 1 ? quoted(texts.getFirst()) : list(texts);
    }

    BlockWriter tags() {
        return scene.tags(this);
    }

    /** Tells the scene that the block is done, and what it is about. */
    void in(String topic) {
        scene.add(topic, new HclBlock(form, name, labels, entries, scene.remark()));
    }

    private BlockWriter nested(Form nestedForm, String nested, UnaryOperator<BlockWriter> body) {
        var inner = new BlockWriter(scene, nestedForm, nested, List.of());
        entries.add(
                new HclBlock(
                        nestedForm,
                        nested,
                        List.of(),
                        body.apply(inner).entries,
                        Optional.empty()));
        return this;
    }
}
