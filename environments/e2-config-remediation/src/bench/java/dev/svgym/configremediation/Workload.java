package dev.svgym.configremediation;

import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.scanner.ScanResult;
import dev.svgym.configremediation.scanner.Subject;
import dev.svgym.configremediation.scanner.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Configs of one kind, each with a violation for each of its engines.
 *
 * @param path of the file
 * @param text by number; all are different
 * @param foundBy by engine, a rule that every one violates
 */
record Workload(
        Policies policies,
        ConfigKind kind,
        String path,
        IntFunction<String> text,
        Map<String, String> foundBy) {

    /** Manifests of the size of a small service. */
    static Workload manifests(Policies policies) {
        return of(
                policies,
                "kubernetes",
                "web.yaml",
                Manifests::text,
                Map.of("opa", "K8S-PRIVILEGED", "semgrep", "K8S-PASSWORD-ENV"));
    }

    /** A module with an instance, its disk, its group and its bucket. */
    static Workload modules(Policies policies) {
        return of(
                policies,
                "terraform",
                "main.tf",
                """
                # revision %1$d
                locals {
                  name = "shop-%1$d"
                }

                resource "aws_instance" "web" {
                  ami                         = "ami-0a1b2c3d4e5f60718"
                  instance_type               = "t3.small"
                  associate_public_ip_address = false
                  user_data                   = <<-EOT
                    #!/bin/sh
                    curl -fsSLk -o /tmp/agent.tgz https://downloads.example.org/agent-%1$d.tgz
                    tar -xzf /tmp/agent.tgz -C /opt
                  EOT

                  metadata_options {
                    http_endpoint = "enabled"
                    http_tokens   = "optional"
                  }

                  root_block_device {
                    volume_size = 20
                    encrypted   = true
                  }

                  tags = {
                    Name = local.name
                  }
                }

                resource "aws_ebs_volume" "data" {
                  availability_zone = "eu-central-1a"
                  size              = 100
                  encrypted         = true
                }

                resource "aws_security_group" "web" {
                  name = local.name

                  ingress {
                    from_port   = 443
                    to_port     = 443
                    protocol    = "tcp"
                    cidr_blocks = ["10.0.0.0/8"]
                  }
                }
                """
                        ::formatted,
                Map.of("opa", "TF-AWS-EC2-IMDSV2", "semgrep", "TF-SCRIPT-TLS"));
    }

    /** A build of two stages. */
    static Workload builds(Policies policies) {
        return of(
                policies,
                "dockerfile",
                "Dockerfile",
                """
                # revision %1$d
                FROM golang:1.25-bookworm AS build
                ENV CGO_ENABLED=0 GOFLAGS=-trimpath
                WORKDIR /src
                COPY go.mod go.sum ./
                RUN go mod download
                COPY . .
                RUN go build -o /out/shop ./cmd/shop

                FROM debian:12.8-slim
                ENV REGION=eu-central-1 LOG_LEVEL=info
                RUN apt-get update && \\
                    apt-get install -y --no-install-recommends ca-certificates curl && \\
                    rm -rf /var/lib/apt/lists/*
                RUN curl -fsSLk -o /tmp/agent.tar.gz https://downloads.example.org/agent-%1$d.tar.gz && \\
                    tar -xzf /tmp/agent.tar.gz -C /usr/local/bin && \\
                    chmod 755 /usr/local/bin/agent
                COPY --from=build /out/shop /usr/local/bin/shop
                EXPOSE 8080
                USER root
                ENTRYPOINT ["/usr/local/bin/shop"]
                """
                        ::formatted,
                Map.of("opa", "DF-ROOT-USER", "semgrep", "DF-CURL-INSECURE"));
    }

    private static Workload of(
            Policies policies,
            String kind,
            String path,
            IntFunction<String> text,
            Map<String, String> foundBy) {
        return new Workload(
                policies,
                policies.kinds().stream()
                        .filter(one -> one.label().equals(kind))
                        .findFirst()
                        .orElseThrow(),
                path,
                text,
                foundBy);
    }

    /** Scans one of them; throws where an engine does not find what it must. */
    void scan(int number, List<String> engines) {
        var files = new TreeMap<>(Map.of(path, text.apply(number)));
        if (!(kind.parse(files) instanceof Parsed.Read(var config))) {
            throw new IllegalStateException("the config is unsound: " + kind.parse(files));
        }
        ScanResult result = policies.engines().scan(new Subject(kind, files, config), engines);
        if (!(result instanceof ScanResult.Scanned(var violations))
                || !engines.stream().allMatch(engine -> isFoundBy(engine, violations))) {
            throw new IllegalStateException(
                    "expected violations of %s, got %s".formatted(foundBy, result));
        }
    }

    private boolean isFoundBy(String engine, List<Violation> violations) {
        return violations.stream()
                .anyMatch(violation -> violation.rule().equals(foundBy.get(engine)));
    }
}
