import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {commandPath} from "../../tools/browser/systemPackage.js";
import {checkout, pieces} from "../machines/checkout.js";
import {endAll, run, tool, until} from "../machines/processes.js";

const here = Boolean(
  commandPath(["slurmctld"]) && commandPath(["slurmd"]) && process.getuid?.() === 0
);
if (!here) console.error("tests of Slurm are not run here: no slurmctld and slurmd, or not root");

/** A cluster of this machine alone, with settings of its own. */
const settings = (folder: string, host: string) => `ClusterName=noisefloor
SlurmctldHost=${host}(127.0.0.1)
AuthType=auth/none
CredType=cred/none
SlurmUser=root
SlurmdUser=root
SlurmctldPort=16917
SlurmdPort=16918
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/ctld.pid
SlurmdPidFile=${folder}/d.pid
SlurmctldLogFile=${folder}/ctld.log
SlurmdLogFile=${folder}/d.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
MaxArraySize=11
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
NodeName=${host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=main Nodes=${host} Default=YES MaxTime=INFINITE State=UP
`;

describe.runIf(here)("an array on a real Slurm", () => {
  const folder = mkdtempSync(join(tmpdir(), "slurm-"));
  const SLURM_CONF = join(folder, "slurm.conf");
  const own = checkout({pieces: pieces("pieces")});
  const environment = (store: string) => ({SLURM_CONF, NOISEFLOOR_STORE: join(folder, store)});
  const slurm = (command: string, ...args: string[]) =>
    spawnSync(command, args, {encoding: "utf8", env: {...process.env, SLURM_CONF}}).stdout;

  beforeAll(async () => {
    for (const each of ["state", "spool"]) mkdirSync(join(folder, each));
    writeFileSync(SLURM_CONF, settings(folder, hostname().split(".")[0]));
    for (const daemon of ["slurmctld", "slurmd"])
      run(daemon, ["-D"], {env: {...process.env, SLURM_CONF}});
    await until(() => /\bidle\b/.test(slurm("sinfo")));
  });
  afterAll(async () => {
    await endAll();
    own.remove();
    rmSync(folder, {recursive: true, force: true});
  });

  test("its parts and the plain command give the bits of threads", async () => {
    const plan = tool(
      own.folder,
      "data",
      ["pieces", "--engine", "slurm", "--shards", "4", "--partition", "main", "--time", "0:05:00"],
      environment("array")
    );
    expect(await plan.end, plan.said()).toBe(0);
    expect(plan.said()).toMatch(/submitted as array \d+; once it is over: npm run data -- pieces/);
    await until(
      () => slurm("squeue", "--noheader").trim() === "",
      () => slurm("squeue")
    );
    const whole = tool(own.folder, "data", ["pieces"], environment("array"));
    expect(await whole.end).toBe(0);
    expect(whole.said()).toContain(" 24/24 blocks, 0.0 s");
    const threads = tool(own.folder, "data", ["pieces"], environment("threads"));
    expect(await threads.end).toBe(0);
    const sum = ({said}: typeof whole) => /sha256 (\w{64})/.exec(said())?.[1];
    expect(sum(whole)).toBe(sum(threads));
  });

  test("more shards than an array takes are refused", async () => {
    const plan = tool(
      own.folder,
      "data",
      ["pieces", "--engine", "slurm", "--shards", "12"],
      environment("array")
    );
    expect(await plan.end).toBe(1);
    expect(plan.said()).toContain("--shards must be at most 11, Slurm's MaxArraySize; got 12");
  });
});
