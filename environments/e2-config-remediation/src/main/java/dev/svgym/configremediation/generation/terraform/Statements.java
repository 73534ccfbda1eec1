package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.terraform.Injection.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Faults of rights: statements that allow too much, or too many. */
final class Statements {

    private static final Set<String> POLICIES = Set.of("aws_iam_policy");
    private static final Set<String> DOCUMENTS = Set.of("data.aws_iam_policy_document");

    static final List<Injection> ALL =
            List.of(
                    new Injection("TF-AWS-IAM-ADMIN", POLICIES, site -> admin(site, true)),
                    new Injection("TF-AWS-IAM-ADMIN", DOCUMENTS, site -> admin(site, false)),
                    new Injection(
                            "TF-AWS-IAM-SERVICE-WILDCARD", POLICIES, site -> wildcard(site, true)),
                    new Injection(
                            "TF-AWS-IAM-SERVICE-WILDCARD",
                            DOCUMENTS,
                            site -> wildcard(site, false)),
                    new Injection(
                            "TF-AWS-PUBLIC-PRINCIPAL",
                            Set.of(
                                    "aws_s3_bucket_policy",
                                    "aws_sqs_queue_policy",
                                    "aws_sns_topic_policy"),
                            Statements::everybody));

    /**
     * A statement.
     *
     * @param place of it in the block
     * @param reported as the scan calls it
     */
    private record Statement(List<String> place, List<String> reported) {

        List<String> at(String field) {
            return joined(place, field);
        }

        List<String> reported(String field) {
            return joined(reported, field);
        }

        private static List<String> joined(List<String> path, String last) {
            List<String> all = new ArrayList<>(path);
            all.add(last);
            return all;
        }
    }

    private Statements() {}

    private static Optional<Injected> admin(Site site, boolean isPolicy) {
        return statement(site, isPolicy)
                .map(one -> {
                    String field = isPolicy ? "Action" : "actions";
                    return injected(
                            site,
                            one,
                            field,
                            site.spot().put(one.at(field), everything(site, isPolicy)),
                            site.spot().put(one.at(field), "[\"?*\"]"));
                });
    }

    private static String everything(Site site, boolean isPolicy) {
        return isPolicy && site.random().percent(50) ? "\"*\"" : "[\"*\"]";
    }

    /** Everything that a service can do, on everything that it has. */
    private static Optional<Injected> wildcard(Site site, boolean isPolicy) {
        String actions = isPolicy ? "Action" : "actions";
        String resources = isPolicy ? "Resource" : "resources";
        return statement(site, isPolicy)
                .map(one -> {
                    String before = site.block().value(one.at(actions)).orElseThrow();
                    String all = before.replaceFirst(":.*", ":*\"]");
                    String most = before.replaceFirst(":.*", ":?*\"]");
                    return injected(
                            site,
                            one,
                            actions,
                            site.spot()
                                    .put(one.at(actions), all)
                                    .then(
                                            site.spot()
                                                    .put(
                                                            one.at(resources),
                                                            isPolicy ? "\"*\"" : "[\"*\"]")),
                            site.spot().put(one.at(actions), most));
                });
    }

    private static Optional<Injected> everybody(Site site) {
        return statement(site, true)
                .map(one ->
                        injected(
                                site,
                                one,
                                "Principal",
                                site.spot()
                                        .put(
                                                one.at("Principal"),
                                                site.random()
                                                        .oneOf(
                                                                List.of(
                                                                        "\"*\"",
                                                                        "{\"AWS\": \"*\"}",
                                                                        "{\"AWS\": [\"*\"]}"))),
                                site.spot()
                                        .put(
                                                one.at("Principal"),
                                                "{\"AWS\": [\"arn:aws:iam::*:root\", \"*\"]}")));
    }

    private static Injected injected(
            Site site, Statement statement, String field, Edit put, Edit tempting) {
        return new Injected(
                site.fault(statement.reported(field)),
                site.spot(),
                statement.place(),
                put,
                site.random().percent(70) ? tempting : site.spot().removed());
    }

    /** The first one, which is what the policy is there for. */
    private static Optional<Statement> statement(Site site, boolean isPolicy) {
        HclBlock block = site.block();
        if (!isPolicy) {
            return block.has("statement#0", "resources")
                    ? Optional.of(new Statement(List.of("statement#0"), List.of("statement", "0")))
                    : Optional.empty();
        }
        return block.value(List.of("policy", "Statement#0", "Sid"))
                .map(sid ->
                        new Statement(
                                List.of("policy", "Statement#0"),
                                List.of("policy", "Statement", sid.replace("\"", ""))));
    }
}
