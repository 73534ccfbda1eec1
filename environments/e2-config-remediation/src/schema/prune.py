"""Prunes the Kubernetes API definitions to the kinds that this environment reads.

Usage: python3 prune.py kubernetes_validate-1.37.0-py3-none-any.whl > kubernetes-schema.json

Reads the strict JSON Schemas out of the wheel of the PyPI package kubernetes-validate and writes one definition a line,
sorted, so that a newer Kubernetes shows as a small diff. The same wheel gives the same bytes.
"""

import json
import sys
import zipfile

VERSION = "1.37.0"
SOURCE = f"kubernetes_validate/kubernetes-json-schema/v{VERSION}-local-strict/_definitions.json"

KINDS = {
    "": [
        "ConfigMap", "Endpoints", "LimitRange", "Namespace", "PersistentVolume", "PersistentVolumeClaim", "Pod",
        "PodTemplate", "ReplicationController", "ResourceQuota", "Secret", "Service", "ServiceAccount",
    ],
    "admissionregistration.k8s.io": ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
    "apps": ["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"],
    "autoscaling": ["HorizontalPodAutoscaler"],
    "batch": ["CronJob", "Job"],
    "coordination.k8s.io": ["Lease"],
    "discovery.k8s.io": ["EndpointSlice"],
    "networking.k8s.io": ["Ingress", "IngressClass", "NetworkPolicy"],
    "node.k8s.io": ["RuntimeClass"],
    "policy": ["PodDisruptionBudget"],
    "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
    "scheduling.k8s.io": ["PriorityClass"],
    "storage.k8s.io": ["CSIDriver", "StorageClass"],
}
# Versions other than v1.
VERSIONS = {"autoscaling": "v2"}
# What the head of every list kind is made of.
LIST_META = "io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta"
# The API server fills these in; the published definitions lost the defaults, and composite keys need them.
DEFAULTS = {
    ("io.k8s.api.core.v1.ContainerPort", "protocol"): "TCP",
    ("io.k8s.api.core.v1.EndpointPort", "protocol"): "TCP",
    ("io.k8s.api.core.v1.ServicePort", "protocol"): "TCP",
}
# Lists that the API takes as one value, of things that it still tells apart by these.
KEYS = {
    ("io.k8s.api.rbac.v1.ClusterRoleBinding", "subjects"): ["kind", "namespace", "name"],
    ("io.k8s.api.rbac.v1.RoleBinding", "subjects"): ["kind", "namespace", "name"],
}
# What the published definitions say as a choice of two types, the validator reads as one type list with a format.
SCALARS = {
    "io.k8s.apimachinery.pkg.api.resource.Quantity": {"type": ["number", "string"], "format": "quantity"},
    "io.k8s.apimachinery.pkg.util.intstr.IntOrString": {"type": ["integer", "string"], "format": "int32"},
}
KEPT = {"type", "required", "format", "enum", "x-kubernetes-list-map-keys", "x-kubernetes-patch-merge-key"}


def pruned(schema):
    kept = {key: value for key, value in schema.items() if key in KEPT}
    if isinstance(kept.get("type"), list):
        (kept["type"],) = [name for name in kept["type"] if name != "null"]
    if "$ref" in schema:
        kept["$ref"] = "#/$defs/" + name_of(schema["$ref"])
    if "items" in schema:
        kept["items"] = pruned(schema["items"])
    if "additionalProperties" in schema:
        additional = schema["additionalProperties"]
        kept["additionalProperties"] = pruned(additional) if isinstance(additional, dict) else additional
    if "properties" in schema:
        kept["properties"] = {name: field(name, pruned(value)) for name, value in schema["properties"].items()}
    return kept


def field(name, schema):
    """Strings that name things get a format of our own, so that a look-alike letter is not taken for another."""
    names = name in ("apiVersion", "image", "kind", "name", "namespace") or name.endswith("Name")
    return {**schema, "format": "identifier"} if names and schema.get("type") == "string" else schema


def name_of(reference):
    return reference.rsplit("/", 1)[1]


def references(schema):
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield name_of(schema["$ref"])
        for value in schema.values():
            yield from references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from references(value)


def main(wheel):
    with zipfile.ZipFile(wheel) as archive:
        definitions = json.loads(archive.read(SOURCE))["$defs"]

    kinds = {}
    for name, schema in definitions.items():
        for gvk in schema.get("x-kubernetes-group-version-kind", []):
            group, version, kind = gvk["group"], gvk["version"], gvk["kind"]
            if kind in KINDS.get(group, []) and version == VERSIONS.get(group, "v1"):
                api_version = f"{group}/{version}" if group else version
                kinds[f"{api_version} {kind}"] = name
    missing = sum(map(len, KINDS.values())) - len(kinds)
    if missing:
        sys.exit(f"{missing} of the kinds are not in {SOURCE}")

    used = {}
    waiting = [*kinds.values(), LIST_META]
    while waiting:
        name = waiting.pop()
        if name not in used:
            used[name] = SCALARS.get(name) or pruned(definitions[name])
            waiting.extend(references(used[name]))
    # A pod that lost its containers can be read, so that it is told what is missing: that is a matter of identity.
    used["io.k8s.api.core.v1.PodSpec"]["required"].remove("containers")
    for (name, field), value in DEFAULTS.items():
        used[name]["properties"][field]["default"] = value
    for (name, field), keys in KEYS.items():
        used[name]["properties"][field]["x-kubernetes-list-map-keys"] = keys

    def line(value):
        return json.dumps(value, sort_keys=True, separators=(",", ":"))

    print("{" + f'"kubernetes":{line(VERSION)},')
    print(f'"kinds":{line(kinds)},')
    print('"$defs":{')
    print(",\n".join(f"{line(name)}:{line(used[name])}" for name in sorted(used)))
    print("}}")


main(sys.argv[1])
