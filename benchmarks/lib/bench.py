"""What the benchmarks share: a PostgreSQL of their own, a platform of their own, people on it, and honest figures."""

import base64
import concurrent.futures
import glob
import json
import os
import pathlib
import pwd
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIB = ROOT / "benchmarks/lib"
PASSWORD = "only for this benchmark"


def need(*tools):
    for tool in tools:
        if not shutil.which(tool):
            sys.exit(f"{tool} is needed; README.md says which package brings it")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def build(*modules):
    subprocess.run(
        ["./mvnw", "-q", "-B", "-ntp", "-DskipTests", "-Dspotless.check.skip=true", "-pl", ",".join(modules), "-am",
         "package"],
        cwd=ROOT, check=True)


class Postgres:
    """A server with the settings that PostgreSQL comes with: every commit is forced to the disk."""

    def __init__(self):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
        initdb = found[-1] if found else shutil.which("initdb")
        if not initdb:
            sys.exit("PostgreSQL is needed: initdb is not found")
        self.bin = pathlib.Path(initdb).parent
        self.folder = tempfile.mkdtemp(prefix="bench-postgresql-")
        # It does not run as root.
        self.owner = []
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
            self.owner = ["runuser", "-u", "postgres", "--"]
        self.port = free_port()
        self.run("initdb", "-D", f"{self.folder}/data", "-A", "trust", "-U", "postgres")
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log", "-o",
                 f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c max_connections=200", "start")
        self.version = self.run("postgres", "--version").split()[2]

    def run(self, program, *arguments):
        done = subprocess.run([*self.owner, str(self.bin / program), *arguments], cwd="/", text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE if program != "pg_ctl" else
                              subprocess.DEVNULL, stderr=subprocess.STDOUT if program != "pg_ctl" else
                              subprocess.DEVNULL)
        if done.returncode != 0:
            sys.exit(f"{program} failed: {done.stdout}")
        return done.stdout or ""

    def database(self, name):
        self.run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", name)
        return f"jdbc:postgresql://127.0.0.1:{self.port}/{name}?user=postgres&password=postgres"

    def psql(self, database, file):
        with open(file) as sql:
            subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(self.port), "-U",
                            "postgres", database], stdin=sql, check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)

    def pgbench(self, database, clients, seconds):
        out = subprocess.run(
            ["pgbench", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-c", str(clients), "-j", "2", "-M",
             "prepared", "-n", "-T", str(seconds), "-f", str(LIB / "spend.sql"), database],
            check=True, text=True, capture_output=True).stdout
        return float(re.search(r"tps = ([\d.]+)", out).group(1))

    def stop(self):
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


class Platform:
    """The distribution as `run` starts it, in a home that is thrown away."""

    def __init__(self, database_url=None):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="bench-home-"))
        self.port = free_port()
        self.environment = dict(
            os.environ, ALLLEADS_HOME=str(self.home), ALLLEADS_HTTP_PORT=str(self.port),
            ALLLEADS_SSH_PORT=str(free_port()), ALLLEADS_OPERATOR_PASSWORD=PASSWORD, ALLLEADS_READY_SECONDS="600")
        self.environment.pop("ALLLEADS_DB_URL", None)
        if database_url:
            url, _, _ = database_url.partition("?")
            self.environment.update(ALLLEADS_DB_URL=url, ALLLEADS_DB_USER="postgres", ALLLEADS_DB_PASSWORD="postgres")
        self.run("--background", "--no-build")

    def run(self, *options):
        subprocess.run([str(ROOT / "run"), *options], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def call(self, method, path, body=None, **headers):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/v1{path}", method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", **{k.replace("_", "-"): v for k, v in headers.items()}})
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)

    def operator(self):
        return "Basic " + base64.b64encode(f"operator:{PASSWORD}".encode()).decode()

    def person(self, _=None):
        """Somebody registered, verified and signed in, with a lot of money; answers the token."""
        email = f"bench.{uuid.uuid4()}@mail.example"
        made = self.call("POST", "/registrations", {
            "email": email, "password": PASSWORD, "name": "Bench", "replyBy": "email", "choices": []})
        self.call("POST", f"/registrations/{made['id']}/verification", {"pin": self.pin(email)})
        token = self.call("POST", "/sessions", {"email": email, "password": PASSWORD, "remember": False})["token"]
        me = f"Bearer {token}"
        card = self.call("POST", "/me/cards", {"processor": "sandbox", "token": "tok_visa"}, Authorization=me)["id"]
        paid = self.call("POST", "/me/top-ups", {
            "card": card, "amount": {"amount": "1000000.00", "currency": "USD"}},
            Authorization=me, Idempotency_Key=str(uuid.uuid4()))
        assert paid["status"] == "SETTLED", paid
        return token

    def people(self, count):
        with concurrent.futures.ThreadPoolExecutor(4) as threads:
            return list(threads.map(self.person, range(count)))

    def pin(self, email):
        for _ in range(600):
            for letter in self.home.glob("mail/new/*"):
                text = letter.read_text(errors="replace")
                if email in text:
                    found = re.search(r"(?<!\d)\d{6}(?!\d)", text.split("\n\n", 1)[1])
                    if found:
                        return found.group()
            time.sleep(0.1)
        sys.exit("the welcome message did not come")

    def cheapest_service(self):
        return self.call("GET", "/services")["items"][0]["id"]

    def jvm(self):
        return int((self.home / "karaf.pid").read_text())

    def stop(self):
        self.run("--stop")
        shutil.rmtree(self.home, ignore_errors=True)


def class_path():
    """What the build of the benchmarks says that they need."""
    return f"{ROOT}/benchmarks/target/classes:{(ROOT / 'benchmarks/target/classpath').read_text().strip()}"


class Lines:
    """A JVM that answers lines with lines of JSON, with the database settings of the distribution."""

    def __init__(self, program, *arguments, before=()):
        options = ["-Xmx1g"]
        for line in (ROOT / "karaf-assembly/src/main/resources/etc/custom.system.properties").read_text().splitlines():
            if re.match(r"derby\.(storage|language|locks)\.", line):
                name, _, value = line.partition("=")
                options.append(f"-D{name.strip()}={value.strip()}")
        options += ["-Dderby.stream.error.file=/dev/null", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"]
        java = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
        self.process = subprocess.Popen(
            [java, *options, "-cp", ":".join([*before, class_path()]), program, *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.read()

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.read()

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit("the JVM that is measured ended")
        return json.loads(line)

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


class Ledger(Lines):
    """The ledger alone in a JVM of its own."""

    def __init__(self, database):
        super().__init__("com.allleads.benchmarks.LedgerBenchmark", database)



def orders(platform, tokens, connections, seconds):
    """Spends by REST with wrk: per second, and milliseconds that 50 and 99 of 100 did not exceed."""
    with tempfile.NamedTemporaryFile("w", suffix=".tokens") as file:
        file.write("\n".join(tokens))
        file.flush()
        out = subprocess.run(
            ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", str(LIB / "spend.lua"),
             f"http://127.0.0.1:{platform.port}/api/v1/me/orders"],
            env=dict(os.environ, TOKENS=file.name, RUN=uuid.uuid4().hex,
                     BODY=json.dumps({"service": platform.cheapest_service(), "quantity": 1})),
            check=True, text=True, capture_output=True).stdout
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    if refused:
        sys.exit(f"{refused.group(1)} orders were refused:\n{out}")
    unit = {"us": 0.001, "ms": 1.0, "s": 1000.0}
    milliseconds = {share: float(number) * unit[u]
                    for share, number, u in re.findall(r"(50|99)%\s+([\d.]+)(us|ms|s)", out)}
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)), milliseconds["50"], milliseconds["99"]


def three(values):
    return f"{min(values):.2f} / {statistics.median(values):.2f} / {max(values):.2f}"


class Report:
    """Lines of JSON, on the screen and in a file."""

    def __init__(self, name, file, **about):
        self.path = pathlib.Path(file or ROOT / f"build/benchmarks/{name}.jsonl").absolute()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.file = self.path.open("w")
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True,
                                capture_output=True).stdout.strip()
        self.line(benchmark=name, at=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), commit=commit,
                  processors=os.cpu_count(), load=os.getloadavg()[0], **about)

    def line(self, **members):
        text = json.dumps(members)
        print(text, flush=True)
        self.file.write(text + "\n")
        self.file.flush()
