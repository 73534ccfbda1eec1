"""Inline tasks whose answers are known."""

from __future__ import annotations

E1, E2 = "e1-network-logs", "e2-config-remediation"
LOG = {"inline": {"log": "id.resp_p=23 proto=tcp conn_state=S0", "label": "Malicious"}}
OTHER_LOG = {"inline": {"log": "id.resp_p=443 proto=tcp conn_state=SF", "label": "Benign"}}
RIGHT = {"label": "Malicious", "confidence": 0.9}
WRONG = {"label": "Benign", "confidence": 0.9}
ABSTAIN = {"label": "Abstain"}
# 1 - (0.9 - 1)^2 - (1 - 0.4 / 1)^2, the threshold of Malicious being 1 - abstain / false_positive.
PAID_RIGHT = 0.63
POD = {
    "inline": {
        "kind": "kubernetes",
        "rules": ["pss-baseline"],
        "files": {
            "pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostNetwork: true\n  containers:\n"
            "    - name: app\n      image: registry.example/web:1.4.2\n"
        },
    }
}
FIX = {
    "violations": [{"id": "K8S-HOST-NETWORK", "object": "Pod/default/web", "severity": "high"}],
    "patch": "--- a/pod.yaml\n+++ b/pod.yaml\n@@ -5,3 +5,2 @@\n spec:\n-  hostNetwork: true\n   containers:\n",
    "confidence": 0.9,
}
