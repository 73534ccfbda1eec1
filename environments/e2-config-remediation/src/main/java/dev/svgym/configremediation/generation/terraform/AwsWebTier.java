package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.list;

import java.util.List;

/** Machines of Amazon's behind a balancer, in a network of their own. */
final class AwsWebTier {

    static final List<Archetype> ALL =
            List.of(new Archetype("aws-web-tier", "aws", AwsWebTier::webTier));

    private AwsWebTier() {}

    private static void webTier(Scene scene) {
        String word = scene.word();
        String network = scene.network();
        scene.resource("aws_vpc", "main").text("cidr_block", network).tags().in("network");
        int subnets = 1 + scene.random.below(2);
        for (int i = 0; i < subnets; i++) {
            scene.resource("aws_subnet", i == 0 ? "apps" : "apps_" + (char) ('a' + i))
                    .set("vpc_id", "aws_vpc.main.id")
                    .text("cidr_block", network.replaceFirst("0\\.0/16", i + ".0/24"))
                    .maybe(40, one -> one.no("map_public_ip_on_launch"))
                    .tags()
                    .in("network");
        }
        group(scene, word, network);
        if (scene.has(50)) {
            openings(scene, word, network);
        }
        if (scene.has(70)) {
            instance(scene, word);
        } else {
            template(scene, word);
        }
        if (scene.has(50)) {
            scene.resource("aws_ebs_volume", "data")
                    .text("availability_zone", scene.region() + "a")
                    .set("size", scene.oneOf("40", "100", "250"))
                    .yes("encrypted")
                    .tags()
                    .in("compute");
        }
        balancer(scene, word);
    }

    private static void group(Scene scene, String word, String network) {
        scene.resource("aws_security_group", word)
                .text("name", scene.name("web"))
                .text("description", "Traffic of " + scene.subject)
                .set("vpc_id", "aws_vpc.main.id")
                .block("ingress", rule -> rule(rule, "443", "0.0.0.0/0").text("description", "TLS"))
                .block(
                        "ingress",
                        rule ->
                                rule(rule, scene.oneOf("22", "22", "3389"), network)
                                        .text("description", "Administration"))
                .maybe(
                        50,
                        group ->
                                group.block(
                                        "ingress",
                                        rule ->
                                                rule.set("from_port", "0")
                                                        .set("to_port", "0")
                                                        .text("protocol", "-1")
                                                        .set("cidr_blocks", list(List.of(network)))
                                                        .text("description", "Peers")))
                .block(
                        "egress",
                        rule ->
                                rule.set("from_port", "0")
                                        .set("to_port", "0")
                                        .text("protocol", "-1")
                                        .set("cidr_blocks", list(List.of("0.0.0.0/0"))))
                .tags()
                .in("network");
    }

    private static BlockWriter rule(BlockWriter rule, String port, String network) {
        return rule.set("from_port", port)
                .set("to_port", port)
                .text("protocol", "tcp")
                .set("cidr_blocks", list(List.of(network)));
    }

    /** Rules that stand beside the group. */
    private static void openings(Scene scene, String word, String network) {
        String group = "aws_security_group.%s.id".formatted(word);
        if (scene.has(50)) {
            scene.resource("aws_security_group_rule", "peers")
                    .text("type", "ingress")
                    .set("security_group_id", group)
                    .set("from_port", "0")
                    .set("to_port", "65535")
                    .text("protocol", "tcp")
                    .set("cidr_blocks", list(List.of(network)))
                    .in("network");
        } else {
            scene.resource("aws_vpc_security_group_ingress_rule", "remote")
                    .set("security_group_id", group)
                    .set("from_port", "22")
                    .set("to_port", "22")
                    .text("ip_protocol", "tcp")
                    .text("cidr_ipv4", network)
                    .in("network");
        }
    }

    private static void instance(Scene scene, String word) {
        scene.resource("aws_instance", word)
                .text("ami", "ami-0a1b2c3d4e5f6071" + scene.random.below(10))
                .text("instance_type", scene.oneOf("t3.small", "t3.medium", "m6i.large"))
                .set("subnet_id", "aws_subnet.apps.id")
                .set("vpc_security_group_ids", "[aws_security_group.%s.id]".formatted(word))
                .no("associate_public_ip_address")
                .maybe(30, one -> one.yes("monitoring"))
                .maybe(60, one -> one.set("user_data", script(scene)))
                .block(
                        "metadata_options",
                        body ->
                                body.text("http_endpoint", "enabled")
                                        .text("http_tokens", "required"))
                .block(
                        "root_block_device",
                        body ->
                                body.set("volume_size", scene.oneOf("20", "30", "50"))
                                        .yes("encrypted"))
                .tags()
                .in("compute");
    }

    /** What a machine does when it starts. */
    private static String script(Scene scene) {
        return """
        <<-EOT
          #!/bin/sh
          curl -fsSL -o /tmp/agent.tgz https://downloads.example.org/agent-%s.tgz
          tar -xzf /tmp/agent.tgz -C /opt
          echo "DB_PASSWORD=${%s}" >> /etc/%s.env
          systemctl enable --now %s
        EOT\
        """
                .formatted(scene.version(), scene.secret("password"), scene.subject, scene.subject);
    }

    private static void template(Scene scene, String word) {
        scene.resource("aws_launch_template", word)
                .text("name_prefix", scene.name("web"))
                .text("image_id", "ami-0a1b2c3d4e5f6071" + scene.random.below(10))
                .text("instance_type", scene.oneOf("t3.small", "m6i.large"))
                .set("vpc_security_group_ids", "[aws_security_group.%s.id]".formatted(word))
                .block(
                        "metadata_options",
                        body ->
                                body.text("http_endpoint", "enabled")
                                        .text("http_tokens", "required"))
                .in("compute");
    }

    private static void balancer(Scene scene, String word) {
        scene.resource("aws_lb", word)
                .text("name", scene.plainName())
                .text("load_balancer_type", "application")
                .no("internal")
                .set("security_groups", "[aws_security_group.%s.id]".formatted(word))
                .set("subnets", "[aws_subnet.apps.id]")
                .yes("drop_invalid_header_fields")
                .tags()
                .in("balancer");
        if (scene.has(40)) {
            scene.resource("aws_iam_server_certificate", word)
                    .text("name", scene.plainName())
                    .set("certificate_body", "file(\"%s.crt\")".formatted(word))
                    .set("private_key", scene.secret("private_key"))
                    .in("balancer");
        }
        scene.resource("aws_lb_target_group", word)
                .text("name", scene.plainName())
                .set("port", "8080")
                .text("protocol", "HTTP")
                .set("vpc_id", "aws_vpc.main.id")
                .in("balancer");
        scene.resource("aws_lb_listener", word)
                .set("load_balancer_arn", "aws_lb.%s.arn".formatted(word))
                .set("port", "443")
                .text("protocol", "HTTPS")
                .text(
                        "ssl_policy",
                        scene.oneOf(
                                "ELBSecurityPolicy-TLS13-1-2-2021-06",
                                "ELBSecurityPolicy-TLS-1-2-2017-01"))
                .text(
                        "certificate_arn",
                        "arn:aws:acm:%s:%s:certificate/0a1b2c3d"
                                .formatted(scene.region(), scene.account()))
                .block(
                        "default_action",
                        body ->
                                body.text("type", "forward")
                                        .set(
                                                "target_group_arn",
                                                "aws_lb_target_group.%s.arn".formatted(word)))
                .in("balancer");
    }
}
