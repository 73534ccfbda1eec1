package kubernetes.volume_types_test

import data.kubernetes.testing

found(volume) := testing.found("K8S-VOLUME-TYPES", [testing.pod({"volumes": [object.union({"name": "a"}, volume)]}, {})])

allowed := {"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"}

forbidden := {
	"awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "fc", "flexVolume", "flocker", "gcePersistentDisk",
	"gitRepo", "glusterfs", "iscsi", "nfs", "photonPersistentDisk", "portworxVolume", "quobyte", "rbd", "scaleIO", "storageos",
	"vsphereVolume",
}

test_allows_every_type_for_workloads if {
	every type in allowed {
		found({type: {}}) == set()
	}
}

test_denies_every_other_type if {
	every type in forbidden {
		found({type: {}}) == {["Pod/default/web", $"spec/volumes/a/{type}"]}
	}
}

test_leaves_paths_of_the_node_to_another_rule if found({"hostPath": {"path": "/"}}) == set()

test_denies_a_forbidden_type_beside_an_allowed_one if count(found({"emptyDir": {}, "nfs": {}})) == 1

test_allows_null_and_no_source if {
	found({"nfs": null}) == set()
	found({}) == set()
}
