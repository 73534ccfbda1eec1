"""Inline tasks with an answer that is known to be right."""

LOG = {"log": "id.resp_p=23 proto=tcp conn_state=S0", "label": "Malicious"}
POD = {
    "kind": "kubernetes",
    "rules": ["pss-baseline"],
    "files": {
        "pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostNetwork: true\n  containers:\n"
        "    - name: app\n      image: registry.example/web:1.4.2\n"
    },
}
FIX = {
    "violations": [{"id": "K8S-HOST-NETWORK", "object": "Pod/default/web", "severity": "high"}],
    "patch": "--- a/pod.yaml\n+++ b/pod.yaml\n@@ -5,3 +5,2 @@\n spec:\n-  hostNetwork: true\n   containers:\n",
    "confidence": 0.9,
}
