oprf-element = Une valeur reçue n’est pas un élément du groupe, ou c’est celui qui est interdit. Rien n’a été calculé avec elle ; le programme de l’expéditeur est défectueux ou hostile.
oprf-scalar = Une valeur reçue n’est pas un nombre inférieur à l’ordre du groupe. Rien n’a été calculé avec elle ; le programme de l’expéditeur est défectueux ou hostile.
oprf-proof = Le détenteur de clé { $holder } a répondu avec une preuve fausse : il n’a pas utilisé sa part de cette clé. Sa réponse a été rejetée ; prévenez cette organisation et interrogez d’autres détenteurs.
oprf-lengths = Les détenteurs de clé ont répondu pour des nombres de valeurs différents. Interrogez-les de nouveau.
oprf-too-few = Moins de détenteurs de clé ont répondu que cette clé n’en demande ({ $needed }). Interrogez-en d’autres.
