package dev.svgym.configremediation.generation.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is built: a clean build of one image, drawn anew for each task.
 *
 * @param text the name in references
 */
record Archetype(String text, Function<Scene, List<StageText>> stages) {

    static final List<Archetype> USUAL =
            List.of(
                    new Archetype("python-service", Archetype::python),
                    new Archetype("node-service", Archetype::node),
                    new Archetype("go-binary", Archetype::go),
                    new Archetype("java-service", Archetype::java),
                    new Archetype("static-site", Archetype::site),
                    new Archetype("batch-tools", Archetype::tools));

    /** For {@code ood} alone. */
    static final List<Archetype> SHIFTED =
            List.of(
                    new Archetype("rust-daemon", Archetype::rust),
                    new Archetype("php-application", Archetype::php),
                    new Archetype("dotnet-service", Archetype::dotnet));

    BuildFile draw(Scene scene) {
        return new BuildFile("Dockerfile", stages.apply(scene));
    }

    private static List<StageText> python(Scene scene) {
        String base =
                "python:3." + (10 + scene.random.below(4)) + "." + scene.random.below(9) + "-slim";
        List<StageText> stages = new ArrayList<>();
        StageWriter image;
        if (scene.has(40)) {
            stages.add(
                    StageWriter.named(scene, base, "wheels")
                            .line("WORKDIR", "/wheels")
                            .run(apt(scene, "build-essential", "libpq-dev"))
                            .copy("requirements.txt .")
                            .run("pip install --no-cache-dir --prefix=/install -r requirements.txt")
                            .done());
            image =
                    StageWriter.of(scene, base)
                            .env("PYTHONUNBUFFERED=1")
                            .line("WORKDIR", "/srv")
                            .copyFrom("wheels", "/install /usr/local")
                            .run(fetched(scene));
        } else {
            image =
                    StageWriter.of(scene, base)
                            .env("PYTHONUNBUFFERED=1", "PIP_NO_CACHE_DIR=1")
                            .line("WORKDIR", "/srv")
                            .run(apt(scene, "libpq5", "curl"))
                            .copy("requirements.txt .")
                            .run("pip install -r requirements.txt");
        }
        image.copy(scene.oneOf(List.of(". .", "src/ src/", "app/ /srv/app/"))).account(false);
        directories(scene, image);
        stages.add(
                image.line("EXPOSE", scene.port())
                        .user()
                        .line(
                                "CMD",
                                "[\"gunicorn\", \"--bind\", \"0.0.0.0:8000\", \"%s:app\"]"
                                        .formatted(scene.service.replace('-', '_')))
                        .done());
        return stages;
    }

    private static List<StageText> node(Scene scene) {
        String version = scene.oneOf(List.of("20.18.1", "22.11.0", "22.12.0"));
        var build =
                StageWriter.named(scene, "node:" + version + "-bookworm-slim", "build")
                        .line("WORKDIR", "/app");
        if (scene.has(50)) {
            build.line("ARG", "NPM_TOKEN");
        }
        build.run(apt(scene, "git", "ca-certificates"))
                .copy("package.json package-lock.json ./")
                .run("npm ci")
                .copy(". .")
                .run("npm run build");
        if (scene.has(35)) {
            build.run(
                    "git clone --depth 1 https://git.example.com/%s/themes.git /themes"
                            .formatted(scene.team()));
        }
        var image =
                StageWriter.of(scene, "node:" + version + "-bookworm-slim")
                        .env("NODE_ENV=production")
                        .line("WORKDIR", "/app")
                        .copyFrom("build", "/app/dist ./dist")
                        .copy("package.json package-lock.json ./")
                        .run("npm ci --omit=dev", "npm cache clean --force");
        directories(scene, image);
        return List.of(
                build.done(),
                image.line("EXPOSE", scene.port())
                        .user(scene.oneOf(List.of("node", "node:node", "1000")))
                        .line("CMD", "[\"node\", \"dist/main.js\"]")
                        .done());
    }

    private static List<StageText> go(Scene scene) {
        var build =
                StageWriter.named(
                                scene,
                                "golang:1." + (22 + scene.random.below(4)) + "-bookworm",
                                "build")
                        .env("CGO_ENABLED=0", "GOFLAGS=-trimpath")
                        .line("WORKDIR", "/src")
                        .copy("go.mod go.sum ./")
                        .run("go mod download")
                        .copy(". .")
                        .run(
                                "go build -o /out/%s ./cmd/%s"
                                        .formatted(scene.service, scene.service));
        if (scene.has(50)) {
            build.run(fetched(scene));
        }
        boolean isAlpine = scene.has(50);
        var image =
                StageWriter.of(
                                scene,
                                isAlpine
                                        ? "alpine:3.20." + scene.random.below(4)
                                        : "debian:12.8-slim")
                        .env("PORT=8080");
        if (isAlpine) {
            image.run("apk add --no-cache ca-certificates tzdata");
        } else {
            image.run(apt(scene, "ca-certificates", "tzdata"));
        }
        image.copyFrom("build", "/out/%1$s /usr/local/bin/%1$s".formatted(scene.service))
                .copy("config/ /etc/%s/".formatted(scene.service))
                .run("chmod 755 /usr/local/bin/" + scene.service)
                .account(isAlpine);
        return List.of(
                build.done(),
                image.line("EXPOSE", scene.port())
                        .user()
                        .line("ENTRYPOINT", "[\"/usr/local/bin/%s\"]".formatted(scene.service))
                        .done());
    }

    private static List<StageText> java(Scene scene) {
        var build =
                StageWriter.named(
                                scene,
                                "maven:3.9." + (5 + scene.random.below(5)) + "-eclipse-temurin-21",
                                "build")
                        .line("WORKDIR", "/build")
                        .copy("pom.xml .")
                        .run("mvn -B -q dependency:go-offline")
                        .copy("src/ src/")
                        .run("mvn -B -q package -DskipTests");
        var image =
                StageWriter.of(
                                scene,
                                "eclipse-temurin:21.0."
                                        + (2 + scene.random.below(4))
                                        + "_9-jre-jammy")
                        .env("JAVA_OPTS=-XX:MaxRAMPercentage=75")
                        .line("WORKDIR", "/opt/" + scene.service)
                        .run(fetched(scene))
                        .copyFrom("build", "/build/target/%s.jar app.jar".formatted(scene.service))
                        .copy("docker/logback.xml ./")
                        .account(false);
        directories(scene, image);
        return List.of(
                build.done(),
                image.line("EXPOSE", scene.port(), "9090")
                        .user()
                        .line("ENTRYPOINT", "[\"java\", \"-jar\", \"app.jar\"]")
                        .done());
    }

    private static List<StageText> site(Scene scene) {
        var build =
                StageWriter.named(scene, "node:22.11.0-alpine3.20", "site")
                        .env("NODE_OPTIONS=--max-old-space-size=2048")
                        .line("WORKDIR", "/site")
                        .run("apk add --no-cache git python3")
                        .copy("package*.json ./")
                        .run("npm ci")
                        .copy(". .")
                        .run("npm run build");
        var image =
                StageWriter.of(scene, "nginxinc/nginx-unprivileged:1.27." + scene.random.below(4))
                        .env("NGINX_ENTRYPOINT_QUIET_LOGS=1")
                        .copyFrom("site", "/site/public /usr/share/nginx/html");
        if (scene.has(50)) {
            image.here(
                    "/etc/nginx/conf.d/default.conf",
                    List.of(
                            "server {",
                            "  listen 8080;",
                            "  root /usr/share/nginx/html;",
                            "  location / { try_files $uri /index.html; }",
                            "}"));
        } else {
            image.copy("nginx.conf /etc/nginx/conf.d/default.conf");
        }
        return List.of(
                build.done(),
                image.copy("error-pages/ /usr/share/nginx/html/errors/")
                        .line("EXPOSE", "8080")
                        .user("101")
                        .done());
    }

    private static List<StageText> tools(Scene scene) {
        var image =
                StageWriter.of(
                                scene,
                                scene.oneOf(
                                        List.of("debian:12.8-slim", "ubuntu:24.04", "debian:12.7")))
                        .env("LANG=C.UTF-8")
                        .run(apt(scene, "curl", "ca-certificates", "jq", "postgresql-client"))
                        .run(fetched(scene));
        if (scene.has(50)) {
            image.run(
                    "wget -q -O /usr/local/bin/%1$s https://%2$s/%1$s-%3$s"
                            .formatted(scene.service, scene.host(), scene.version()),
                    "chmod 755 /usr/local/bin/" + scene.service);
        }
        image.copy("scripts/ /opt/scripts/").account(false);
        directories(scene, image);
        return List.of(
                image.line("WORKDIR", "/opt/scripts")
                        .line("EXPOSE", "9100")
                        .user()
                        .line("ENTRYPOINT", "[\"/opt/scripts/run.sh\"]")
                        .done());
    }

    private static List<StageText> rust(Scene scene) {
        var build =
                StageWriter.named(
                                scene,
                                "rust:1." + (80 + scene.random.below(5)) + ".0-bookworm",
                                "compile")
                        .env("CARGO_TERM_COLOR=never")
                        .line("WORKDIR", "/crate")
                        .run(apt(scene, "protobuf-compiler", "cmake"))
                        .copy("Cargo.toml Cargo.lock ./")
                        .copy("crates/ crates/")
                        .run("cargo build --release --locked");
        if (scene.has(50)) {
            build.run(
                    "git clone --depth 1 https://git.%s.example/schemas.git /schemas"
                            .formatted(scene.team()));
        }
        var image =
                StageWriter.of(scene, "debian:12.8-slim")
                        .env("RUST_LOG=info")
                        .run(apt(scene, "ca-certificates", "libssl3"))
                        .copyFrom(
                                "compile",
                                "/crate/target/release/%1$s /usr/bin/%1$s".formatted(scene.service))
                        .copy("etc/ /etc/%s/".formatted(scene.service))
                        .account(false);
        directories(scene, image);
        return List.of(
                build.done(),
                image.line("EXPOSE", scene.port())
                        .user()
                        .line("ENTRYPOINT", "[\"/usr/bin/%s\"]".formatted(scene.service))
                        .done());
    }

    private static List<StageText> php(Scene scene) {
        var image =
                StageWriter.of(scene, "php:8.3." + (8 + scene.random.below(6)) + "-fpm-alpine3.20")
                        .env("PHP_OPCACHE_ENABLE=1")
                        .line("WORKDIR", "/var/www/html")
                        .run("apk add --no-cache icu-libs libzip curl")
                        .run(
                                "curl -fsSL -o /usr/local/bin/composer https://%s/composer-%s.phar"
                                        .formatted(scene.host(), scene.version()),
                                "chmod 755 /usr/local/bin/composer")
                        .copy("composer.json composer.lock ./")
                        .run("composer install --no-dev --no-interaction")
                        .copy(". .");
        directories(scene, image);
        return List.of(
                image.line("EXPOSE", "9000").user("www-data").line("CMD", "[\"php-fpm\"]").done());
    }

    private static List<StageText> dotnet(Scene scene) {
        var build =
                StageWriter.named(scene, "mcr.microsoft.com/dotnet/sdk:8.0.404", "publish")
                        .env("DOTNET_CLI_TELEMETRY_OPTOUT=1")
                        .line("WORKDIR", "/source");
        if (scene.has(50)) {
            build.line("ARG", "FEED_TOKEN");
        }
        build.copy("*.csproj ./")
                .run("dotnet restore")
                .copy(". .")
                .run("dotnet publish -c Release -o /app --no-restore");
        var image =
                StageWriter.of(scene, "mcr.microsoft.com/dotnet/aspnet:8.0.11")
                        .env("ASPNETCORE_HTTP_PORTS=8080")
                        .line("WORKDIR", "/app")
                        .run(apt(scene, "libgdiplus", "curl"))
                        .copyFrom("publish", "/app ./")
                        .copy("appsettings.Production.json ./")
                        .account(false);
        directories(scene, image);
        return List.of(
                build.done(),
                image.line("EXPOSE", "8080")
                        .user()
                        .line("ENTRYPOINT", "[\"dotnet\", \"%s.dll\"]".formatted(scene.service))
                        .done());
    }

    private static List<String> apt(Scene scene, String... packages) {
        List<String> commands = new ArrayList<>();
        commands.add("apt-get update");
        commands.add("apt-get install -y --no-install-recommends " + String.join(" ", packages));
        if (scene.has(80)) {
            commands.add("rm -rf /var/lib/apt/lists/*");
        }
        return commands;
    }

    /** An archive that is fetched and unpacked. */
    private static List<String> fetched(Scene scene) {
        String tool = scene.oneOf(List.of("agent", "exporter", "migrate", "healthd", "tracer"));
        String archive = "%s-%s.tar.gz".formatted(tool, scene.version());
        String address = "https://%s/%s".formatted(scene.host(), archive);
        String fetch =
                scene.has(60)
                        ? "curl -fsSL -o /tmp/%s %s".formatted(archive, address)
                        : "wget -q -O /tmp/%s %s".formatted(archive, address);
        return List.of(
                fetch,
                "tar -xzf /tmp/%s -C /usr/local/bin".formatted(archive),
                "chmod %s /usr/local/bin/%s".formatted(scene.oneOf(List.of("755", "0755")), tool),
                "rm /tmp/" + archive);
    }

    /** Where the service writes, now and then. */
    private static void directories(Scene scene, StageWriter image) {
        if (scene.has(45)) {
            String path = "/var/lib/" + scene.service;
            image.run(
                    "mkdir -p " + path,
                    "chmod -R %s %s".formatted(scene.oneOf(List.of("750", "770", "755")), path));
        }
    }
}
