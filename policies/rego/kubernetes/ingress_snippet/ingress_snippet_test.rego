package kubernetes.ingress_snippet_test

import data.kubernetes.testing

found(annotations) := testing.found("K8S-INGRESS-SNIPPET", [{
	"apiVersion": "networking.k8s.io/v1",
	"kind": "Ingress",
	"metadata": {"name": "web", "annotations": annotations},
	"spec": {"tls": [{"hosts": ["shop.example.org"]}]},
}])

test_allows_other_annotations if {
	found(null) == set()
	found({"nginx.ingress.kubernetes.io/ssl-redirect": "true"}) == set()
}

test_denies_each_snippet if {
	found({"nginx.ingress.kubernetes.io/server-snippet": "a", "nginx.ingress.kubernetes.io/auth-snippet": "b"}) == {
		["Ingress/default/web", "metadata/annotations/nginx.ingress.kubernetes.io/server-snippet"],
		["Ingress/default/web", "metadata/annotations/nginx.ingress.kubernetes.io/auth-snippet"],
	}
}
