package dev.svgym.configremediation.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.catalogue.Constraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConstraintCheckTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Intent INTENT =
            new Intent(
                    List.of(),
                    new TreeMap<>(Map.of("memory", new Intent.Range("64Mi", "128Mi"))),
                    List.of());

    private static final JsonNode NOTHING = MAPPER.createObjectNode();
    private static final References OBJECTS =
            new References(
                    Map.of(
                            "aws_s3_bucket.a", NOTHING,
                            "module.m.aws_s3_bucket.a", NOTHING,
                            "aws_s3_bucket_acl.a", NOTHING,
                            "data.aws_s3_bucket.a", NOTHING,
                            "aws_s3_bucket.many", MAPPER.readTree("{\"count\": 2}")));

    private static boolean allows(Constraint constraint, String key, String before, String after) {
        var change = new Change(List.of("spec", key), json(before), json(after));
        return new ConstraintCheck(INTENT, NOTHING, NOTHING, OBJECTS)
                .allow(List.of(constraint), change);
    }

    private static Optional<JsonNode> json(String text) {
        return text.equals("absent") ? Optional.empty() : Optional.of(MAPPER.readTree(text));
    }

    @ParameterizedTest
    @CsvSource({
        "true, absent, true",
        "true, false, false",
        "true, null, false",
        "absent, true, false"
    })
    void remove_allows_only_that_the_value_goes(String before, String after, boolean allowed) {
        assertThat(allows(new Constraint.Remove(), "x", before, after)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "0.0, true",
        "'\"0\"', false",
        "false, false",
        "1, false",
        "absent, false"
    })
    void exact_compares_numbers_by_value_and_all_else_by_type_too(String after, boolean allowed) {
        var zero = new Constraint.Exact(MAPPER.readTree("0"));

        assertThat(allows(zero, "x", "80", after)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[\"A\",\"B\"]; [\"A\"]; true",
                "[\"A\",\"B\"]; []; true",
                "[\"A\"]; [\"ALL\"]; true",
                "absent; [\"ALL\"]; true",
                "absent; [\"A\"]; false",
                "[\"A\"]; [\"A\",\"C\"]; false",
                "[\"A\"]; \"ALL\"; false",
                "[\"A\"]; absent; false",
                "[\"A\",\"B\"]; [\"B\",\"A\"]; false",
                "[\"A\"]; [\"A\",\"A\"]; false",
                "[\"A\",\"B\",\"C\"]; [\"A\",\"C\",\"ALL\"]; true"
            })
    void subset_allows_what_was_there_and_what_it_names(
            String before, String after, boolean allowed) {
        var all = new Constraint.Subset(List.of(MAPPER.readTree("\"ALL\"")));

        assertThat(allows(all, "x", before, after)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, nginx:1.27, true",
        "nginx:latest, nginx:1.27.3, true",
        "nginx:latest, nginx, false",
        "nginx:1.27, nginx:Latest, false",
        "nginx:latest, evil/nginx:1.27, false",
        "nginx:latest, nginx-evil:1.27, false",
        "r.example:5000/a/b, r.example:5000/a/b:v1, true",
        "r.example:5000/a/b, r.example:5001/a/b:v1, false",
        "nginx, 'nginx:1.27 ', false",
        "nginx, nginx@sha256:0123456789012345678901234567890123456789012345678901234567890123, true",
        "nginx, nginx@sha256:0123, false",
        "nginx, nginx@sha256:0000000000000000000000000000000000000000000000000000000000000000, false",
        "nginx, nginx:22-latest, false",
        "nginx, nginx:stable-alpine3.20, false",
        "nginx, nginx:slim, false",
        "nginx, nginx:hydrogen, false",
        "nginx, nginx:prod, false",
        "nginx, nginx:bookworm, false",
        "nginx, nginx:alpine3.20, false",
        "nginx, nginx:1.27-alpine3.20, true",
        "nginx, nginx:RELEASE.2024-10-02T17-50-41Z, true",
        "debian, debian:bookworm-slim, true",
        "ubuntu:latest, ubuntu:noble, true"
    })
    void same_repository_allows_a_pinned_image_of_it(String before, String after, boolean allowed) {
        assertThat(
                        allows(
                                new Constraint.SameRepository(),
                                "image",
                                '"' + before + '"',
                                '"' + after + '"'))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "r.example/web:2, true",
        "r.example/web:3, false",
        "r.example/web:2@sha256:0000000000000000000000000000000000000000000000000000000000000000, false"
    })
    void an_allowed_tag_does_not_allow_a_digest_beside_it(String after, boolean allowed) {
        var intent = new Intent(List.of("2"), new TreeMap<>(), List.of());
        var change =
                new Change(
                        List.of("image"),
                        json("\"r.example/web:latest\""),
                        json('"' + after + '"'));

        assertThat(
                        new ConstraintCheck(intent, NOTHING, NOTHING, OBJECTS)
                                .allow(List.of(new Constraint.SameRepository()), change))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "cpu, '\"10m\"', true",
        "cpu, '\"4\"', true",
        "cpu, 4, true",
        "cpu, 0.5, true",
        "cpu, '\"9m\"', false",
        "cpu, '\"4001m\"', false",
        "cpu, '\"1e1\"', false",
        "cpu, '\"-1\"', false",
        "cpu, '\"a\"', false",
        "cpu, true, false",
        "cpu, absent, false",
        "memory, '\"64Mi\"', true",
        "memory, '\"32Mi\"', false",
        "memory, '\"134217728\"', true",
        "memory, '\"1Gi\"', false"
    })
    void quantity_between_has_the_bounds_of_the_intent_or_its_own(
            String resource, String after, boolean allowed) {
        assertThat(allows(new Constraint.QuantityBetween("10m", "4"), resource, "absent", after))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "7, true",
        "7.0, true",
        "35, true",
        "'\"14\"', true",
        "7.5, false",
        "'\"7.5\"', false",
        "'\"7d\"', false",
        "6, false",
        "36, false"
    })
    void quantity_between_whole_numbers_is_a_whole_number(String after, boolean allowed) {
        assertThat(allows(new Constraint.QuantityBetween("7", "35"), "days", "0", after))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 10.0.0.0/8, true",
        "0.0.0.0/0, 0.0.0.0/1, true",
        "10.0.0.0/8, 10.0.0.0/8, false",
        "10.0.0.0/8, 11.0.0.0/16, false",
        "10.0.0.0/8, 0.0.0.0/0, false",
        "0.0.0.0/0, 10.0.0.1/8, false",
        "0.0.0.0/0, ::/1, false",
        "::/0, fd00::/8, true",
        "0.0.0.0/0, 010.0.0.0/8, false",
        "0.0.0.0/0, 10.0.0.0/33, false",
        "0.0.0.0/0, localhost/8, false"
    })
    void narrower_cidr_allows_a_smaller_block_within(String before, String after, boolean allowed) {
        assertThat(
                        allows(
                                new Constraint.NarrowerCidr(),
                                "x",
                                '"' + before + '"',
                                '"' + after + '"'))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[\"0.0.0.0/0\"]; [\"10.0.0.0/8\"]; true",
                "[\"0.0.0.0/0\"]; [\"10.0.0.0/8\", \"192.0.2.0/24\"]; true",
                "[\"0.0.0.0/0\", \"10.0.0.0/8\"]; [\"10.0.0.0/8\"]; true",
                "[\"0.0.0.0/0\"]; [\"192.168.0.0/16\"]; false",
                "[\"0.0.0.0/0\"]; []; false",
                "[\"0.0.0.0/0\"]; absent; false",
                "[\"0.0.0.0/0\"]; [\"0.0.0.0/0\", \"10.0.0.0/8\"]; false",
                "[\"0.0.0.0/0\"]; \"10.0.0.0/8\"; false",
                "[\"192.0.2.0/24\"]; [\"10.0.0.0/8\"]; false",
                "[\"192.0.2.0/24\"]; []; true",
                "[\"192.0.2.0/24\"]; absent; true",
                "[\"0.0.0.0/0\"]; [{\"$unresolved\": \"var.x\"}]; false",
                "absent; [\"10.0.0.0/8\"]; false"
            })
    void narrower_cidr_of_a_list_keeps_the_sources_that_had_access(
            String before, String after, boolean allowed) {
        var intent = new Intent(List.of(), new TreeMap<>(), List.of("10.20.0.0/16"));
        var change = new Change(List.of("cidr_blocks"), json(before), json(after));
        var check = new ConstraintCheck(intent, NOTHING, NOTHING, OBJECTS);

        assertThat(check.allow(List.of(new Constraint.NarrowerCidr()), change)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"*\"; \"s3:GetObject\"; true",
                "\"*\"; [\"s3:GetObject\", \"s3:List*\"]; true",
                "[\"s3:*\", \"sqs:*\"]; [\"s3:Get*\", \"sqs:*\"]; true",
                "[\"s3:Get*\", \"*\"]; [\"s3:Get*\"]; true",
                "\"*\"; {\"AWS\": \"arn:aws:iam::111122223333:root\"}; false",
                "\"*\"; \"nothing\"; false",
                "\"s3:*\"; \"sqs:SendMessage\"; false",
                "\"*\"; [\"arn:aws:s3:::shop\", \"arn:aws:s3:::shop/*\"]; true",
                "\"*\"; \"arn:aws:sqs:eu-west-1:111122223333:orders\"; true",
                "\"*\"; \"111122223333\"; true",
                "\"s3:*\"; \"*\"; false",
                "\"s3:*\"; \"s3:**\"; false",
                "\"s3:*\"; \"s3:?*\"; false",
                "\"s3:*\"; [\"s3:*?\"]; false",
                "\"*\"; \"arn:*\"; false",
                "\"*\"; \"arn:aws:s3:::*\"; false",
                "\"*\"; \"arn:aws:s3:::?*\"; false",
                "\"*\"; \"arn:*:s3:::shop\"; false",
                "\"*\"; \"arn:aws:iam::*:root\"; false",
                "\"*\"; \"11112222333?\"; false",
                "\"*\"; \"*\"; false",
                "\"*\"; []; false",
                "\"*\"; absent; false",
                "\"*\"; \"${var.x}\"; false",
                "\"*\"; {\"$unresolved\": \"var.x\"}; false",
                "\"*\"; 7; false"
            })
    void narrower_pattern_allows_what_a_pattern_that_went_had_matched(
            String before, String after, boolean allowed) {
        assertThat(allows(new Constraint.NarrowerPattern(), "Action", before, after))
                .isEqualTo(allowed);
    }

    @Test
    void narrower_pattern_lets_everybody_become_accounts() {
        var narrower = new Constraint.NarrowerPattern();
        String account = "\"arn:aws:iam::111122223333:root\"";

        assertThat(allows(narrower, "Principal", "\"*\"", "{\"AWS\": " + account + "}")).isTrue();
        assertThat(allows(narrower, "AWS", "\"*\"", "[" + account + "]")).isTrue();
        assertThat(allows(narrower, "Principal", "\"*\"", "{\"AWS\": \"*\"}")).isFalse();
        assertThat(allows(narrower, "Principal", "\"*\"", "{\"X\": " + account + "}")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "aws_s3_bucket.a.id; aws_s3_bucket.a; id; true",
                "module.m.aws_s3_bucket.a.bucket; module.m.aws_s3_bucket.a; bucket; true",
                "aws_s3_bucket.many[0].id; aws_s3_bucket.many; id; true",
                "aws_s3_bucket.many.id; aws_s3_bucket.many; id; false",
                "aws_s3_bucket.a[0].id; aws_s3_bucket.a; id; false",
                "aws_s3_bucket.a.tags; aws_s3_bucket.a; tags; false",
                "aws_s3_bucket.b.id; aws_s3_bucket.b; id; false",
                "aws_s3_bucket_acl.a.id; aws_s3_bucket_acl.a; id; false",
                "data.aws_s3_bucket.a.id; data.aws_s3_bucket.a; id; false",
                "aws_s3_bucket.a.id; ''; id; false"
            })
    void reference_allows_what_names_an_object_of_the_type_that_is_there(
            String text, String object, String attribute, boolean allowed) {
        String after =
                MAPPER.writeValueAsString(
                        Map.of("$unresolved", text, "$of", object, "$attribute", attribute));

        assertThat(allows(new Constraint.Reference("aws_s3_bucket"), "x", "absent", after))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"\"logs/data-1.x\"; true", "\"\"; false", "\"a b\"; false", "\"${x}\"; false"})
    void name_allows_plain_text(String after, boolean allowed) {
        assertThat(allows(new Constraint.Name(), "x", "absent", after)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "1000, true",
        "2147483647, true",
        "0, false",
        "-1, false",
        "4294967296, false",
        "'\"1\"', false",
        "1.5, false"
    })
    void non_root_uid_allows_a_positive_id(String after, boolean allowed) {
        assertThat(allows(new Constraint.NonRootUid(), "runAsUser", "0", after)).isEqualTo(allowed);
    }

    @Test
    void non_root_uid_leaves_alone_an_id_that_is_not_root() {
        assertThat(allows(new Constraint.NonRootUid(), "runAsUser", "1000", "2000")).isFalse();
        assertThat(allows(new Constraint.NonRootUid(), "runAsUser", "absent", "2000")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'from': {'secret': 'a'}}; true",
                "{'from': {}}; false",
                "{'from': null}; false",
                "{}; false",
                "{'value': 'y', 'from': {'secret': 'a'}}; false",
                "{'value': '', 'from': {'secret': 'a'}}; false"
            })
    void replaced_by_allows_a_value_to_go_only_where_something_stands_in(
            String after, boolean allowed) {
        JsonNode was = json("{\"value\": \"x\"}").orElseThrow();
        JsonNode is = MAPPER.readTree(after.replace('\'', '"'));
        var change = new Change(List.of("value"), was.optional("value"), is.optional("value"));

        assertThat(
                        new ConstraintCheck(INTENT, was, is, OBJECTS)
                                .allow(List.of(new Constraint.ReplacedBy("from")), change))
                .isEqualTo(allowed);
    }

    private static boolean allowsList(String before, String after, Constraint... constraints) {
        var change = new Change(List.of("spec", "x"), json(before), json(after));
        return new ConstraintCheck(INTENT, NOTHING, NOTHING, OBJECTS)
                .allow(List.of(constraints), change);
    }

    private static List<JsonNode> values(String list) {
        return List.copyOf(MAPPER.readTree(list).values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[1,2,3]; [2,3]; true",
                "[1,2,3]; [1,2]; false",
                "[1,2,3]; [3,2]; false",
                "[1,2,3]; [2,3,4]; false",
                "[1]; []; true",
                "[1]; absent; true",
                "[1,2]; absent; false",
                "absent; []; true",
                "absent; [1]; false",
                "1; []; false",
                "[1,2]; [2,2]; false"
            })
    void without_lets_what_it_names_go_and_nothing_else(
            String before, String after, boolean allowed) {
        assertThat(allowsList(before, after, new Constraint.Without(values("[1]"))))
                .isEqualTo(allowed);
        assertThat(allowsList(before, after, new Constraint.WithoutAllBut(values("[2,3]"))))
                .isEqualTo(allowed);
    }

    @Test
    void those_of_lists_count_together_and_each_element_answers_to_one() {
        var without = new Constraint.Without(values("[1]"));
        var allBut = new Constraint.WithoutAllBut(values("[1,3]"));
        var gaining = new Constraint.Gaining(values("[9]"));

        assertThat(allowsList("[1,2,3]", "[3,9]", without, allBut, gaining)).isTrue();
        assertThat(allowsList("[1,2,3]", "[3,9]", without, gaining)).isFalse();
        assertThat(allowsList("[1,2,3]", "[3,9]", without, allBut)).isFalse();
        assertThat(allowsList("[1,2,3]", "[9]", without, allBut, gaining)).isFalse();
        assertThat(allowsList("absent", "[9]", gaining)).isTrue();
        assertThat(allowsList("absent", "[]", new Constraint.Remove())).isFalse();
    }

    @Test
    void added_allows_a_value_only_where_nothing_was() {
        var added = new Constraint.Added(MAPPER.readTree("{}"));

        assertThat(allows(added, "x", "absent", "{}")).isTrue();
        assertThat(allows(added, "x", "1", "{}")).isFalse();
        assertThat(allows(added, "x", "absent", "{\"a\": 1}")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'old': 'a'}; {'new': 'a'}; true; true",
                "{'old': 'a'}; {'old': 'a', 'new': 'a'}; true; false",
                "{'old': 'a'}; {'new': 'b'}; false; false",
                "{'old': 'a'}; {}; false; false",
                "{'new': 'a'}; {'new': 'b'}; false; false"
            })
    void what_moves_stays_the_same(String before, String after, boolean same, boolean moved) {
        JsonNode was = MAPPER.readTree(before.replace('\'', '"'));
        JsonNode is = MAPPER.readTree(after.replace('\'', '"'));
        var check = new ConstraintCheck(INTENT, was, is, OBJECTS);
        var comes = new Change(List.of("new"), was.optional("new"), is.optional("new"));
        var goes = new Change(List.of("old"), was.optional("old"), is.optional("old"));

        assertThat(check.allow(List.of(new Constraint.SameAs("old")), comes)).isEqualTo(same);
        assertThat(check.allow(List.of(new Constraint.MovedTo("new")), goes)).isEqualTo(moved);
    }
}
