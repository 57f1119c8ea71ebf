import { undoDiff } from './undoDiff';

const NOW = `kind: MoneroNodeSet
spec:
  replicas: 3 # see the runbook
  monerod:
    image: monerod:v0.18.4.0
    args:
      - --public-node
`;

/** As git writes it, with a line around each change. */
const DIFF = `diff --git a/web.yaml b/web.yaml
index 1111111..2222222 100644
--- a/web.yaml
+++ b/web.yaml
@@ -2,3 +2,3 @@ kind: MoneroNodeSet
 spec:
-  replicas: 2 # see the runbook
+  replicas: 3 # see the runbook
   monerod:
@@ -4,3 +4,4 @@ spec:
   monerod:
-    image: monerod:v0.18.3.4
+    image: monerod:v0.18.4.0
     args:
+      - --public-node
`;

const BEFORE = `kind: MoneroNodeSet
spec:
  replicas: 2 # see the runbook
  monerod:
    image: monerod:v0.18.3.4
    args:
`;

describe('undoDiff', () => {
  it.each([
    ['as it was', NOW, BEFORE],
    [
      'with lines that came above since',
      `# Wallets.\n\n${NOW}`,
      `# Wallets.\n\n${BEFORE}`,
    ],
    [
      'with lines that came below since',
      `${NOW}  diskSize: 100Gi\n`,
      `${BEFORE}  diskSize: 100Gi\n`,
    ],
  ])('gives the file %s', (_, now, before) => {
    expect(undoDiff(now, DIFF)).toBe(before);
  });

  it.each([
    ['the lines are others now', NOW.replace('replicas: 3', 'replicas: 4')],
    ['a line beside them is', NOW.replace('args:', 'args: # ours')],
    ['it was undone already', BEFORE],
    ['two places have them', `${NOW.replace('kind', '# two\nkind')}${NOW}`],
    ['nothing is left', ''],
  ])('gives nothing when %s', (_, now) => {
    expect(undoDiff(now, DIFF)).toBeUndefined();
  });
});
