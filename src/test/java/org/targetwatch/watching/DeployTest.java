package org.targetwatch.watching;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Kustomization;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files of {@code deploy} are what Compose and Kubernetes understand, and refer to rules and boards instead of copying them. */
class DeployTest {
    private static final Path DEPLOY = Path.of("deploy");
    private static final Path KUBERNETES = DEPLOY.resolve("kubernetes");
    private static final Pattern REPEAT = Pattern.compile("repeat_interval: (\\d+)h");
    private static final Pattern RETENTION = Pattern.compile("--data\\.retention=(\\d+)h");
    private static final Pattern PINNED = Pattern.compile(".+:v?\\d+\\.\\d+.*|\\$\\{TARGETWATCH_IMAGE.*");

    /** The schema names its parts in the way of an old draft, and means Go's durations (10s), not those of ISO 8601. */
    private static final String OLD_NAMES = "\"(\\$schema|id)\": \"[^\"]*\",|, *\"format\": \"duration\"";

    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            entry("Namespace", Namespace.class),
            entry("Deployment", Deployment.class),
            entry("Service", Service.class),
            entry("PodDisruptionBudget", PodDisruptionBudget.class),
            entry("NetworkPolicy", NetworkPolicy.class),
            entry("ServiceMonitor", ServiceMonitor.class),
            entry("PrometheusRule", PrometheusRule.class),
            entry("Kustomization", Kustomization.class));

    /** The model of Kubernetes keeps what it does not know aside; here that is a mistake. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    @Test
    void compose_againstItsSchema_isValid() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(Path.of("src/test/resources/deploy/compose-spec.json"))
                        .replaceAll(OLD_NAMES, ""));
        assertThat(schema.validate(compose())).isEmpty();
    }

    @Test
    void everyServiceOfCompose_isPinned_checked_andWritesNothingOfItsImage() throws IOException {
        for (JsonNode service : compose().get("services")) {
            String image = service.path("image").asText();
            assertThat(image).matches(PINNED);
            assertThat(service.has("healthcheck")).as(image).isTrue();
            assertThat(service.path("read_only").asBoolean()).as(image).isTrue();
            assertThat(service.at("/cap_drop/0").asText()).as(image).isEqualTo("ALL");
        }
    }

    @Test
    void everyFile_thatComposeMounts_isThere() throws IOException {
        List<String> mounts = compose().findValues("volumes").stream()
                .flatMap(Board::children)
                .map(JsonNode::asText)
                .filter(mount -> mount.startsWith(".") && !mount.startsWith("./secrets"))
                .map(mount -> mount.substring(0, mount.indexOf(':')))
                .toList();
        assertThat(mounts).isNotEmpty().allSatisfy(mount -> assertThat(
                        DEPLOY.resolve(mount).normalize())
                .exists());
    }

    @Test
    void everyManifest_ofAKnownKind_isWhatKubernetesUnderstands() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (Map<?, ?> manifest : manifests()) {
            String kind = manifest.get("kind").toString();
            if (KINDS.containsKey(kind)) {
                STRICT.convertValue(manifest, KINDS.get(kind));
            } else {
                unknown.add(kind);
            }
        }
        // The model has no classes for CloudNativePG's database.
        assertThat(unknown).containsExactly("Cluster");
    }

    @Test
    void strictReading_ofAMistypedField_refuses() {
        assertThatThrownBy(() -> STRICT.convertValue(
                        Map.of("kind", "Deployment", "spec", Map.of("replica", 2)), Deployment.class))
                .hasMessageContaining("replica");
    }

    @Test
    void generatedRules_forKubernetes_areTheAlerts() throws Exception {
        Process generate =
                new ProcessBuilder(KUBERNETES.resolve("generate-rules").toString(), "-").start();
        String output = new String(generate.getInputStream().readAllBytes());
        assertThat(generate.waitFor()).isZero();

        Map<String, Object> generated = Stream.of(output.split("(?m)^---\n"))
                .filter(text -> !text.isBlank())
                .map(text -> (Map<?, ?>) new Yaml().load(text))
                .peek(rule -> STRICT.convertValue(rule, PrometheusRule.class))
                .collect(toMap(
                        rule -> ((Map<?, ?>) rule.get("metadata")).get("name").toString(), rule -> rule.get("spec")));
        assertThat(generated)
                .isEqualTo(Rules.files(Rules.ALERTS).stream()
                        .collect(toMap(
                                file -> "targetwatch-"
                                        + file.getFileName().toString().replace(".yaml", ""),
                                Rules::yaml)));
    }

    @Test
    void everyRepeat_evenOverAWeekend_comesBeforeAlertmanagerForgets() throws IOException {
        List<Duration> repeats = REPEAT.matcher(Files.readString(DEPLOY.resolve("alertmanager.yml")))
                .results()
                .map(repeat -> Duration.ofHours(Long.parseLong(repeat.group(1))))
                .toList();
        assertThat(repeats).isNotEmpty();
        for (String place : List.of("compose.yaml", "local/watch")) {
            var retention = RETENTION.matcher(Files.readString(DEPLOY.resolve(place)));
            assertThat(retention.find()).as(place).isTrue();
            assertThat(repeats).allMatch(repeat -> repeat.plusDays(3).toHours() < Long.parseLong(retention.group(1)));
        }
    }

    @Test
    void everyBoard_isAmongThoseForKubernetes() {
        Map<?, ?> kustomization = (Map<?, ?>) Rules.yaml(Path.of("grafana/kustomization.yaml"));
        List<String> files = new ArrayList<>();
        ((List<?>) Rules.list(kustomization.get("configMapGenerator")).get(0).get("files"))
                .forEach(file -> files.add(file.toString()));
        assertThat(files)
                .hasSameElementsAs(Board.all().stream()
                        .map(board -> "dashboards/" + board.name() + ".json")
                        .toList());
    }

    private static JsonNode compose() {
        return new ObjectMapper().valueToTree(Rules.yaml(DEPLOY.resolve("compose.yaml")));
    }

    private static List<Map<?, ?>> manifests() throws IOException {
        List<Map<?, ?>> manifests = new ArrayList<>();
        for (Path folder : List.of(KUBERNETES, Path.of("grafana"))) {
            for (Path file : Rules.files(folder)) {
                if (file.toString().endsWith(".yaml")) {
                    new Yaml().loadAll(Files.readString(file)).forEach(one -> manifests.add((Map<?, ?>) one));
                }
            }
        }
        return manifests;
    }
}
